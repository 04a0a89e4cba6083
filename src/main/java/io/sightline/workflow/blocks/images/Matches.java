package io.sightline.workflow.blocks.images;

import io.sightline.workflow.block.BlockException;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.opencv.opencv_core.DMatch;
import org.bytedeco.opencv.opencv_core.DMatchVector;
import org.bytedeco.opencv.opencv_core.DMatchVectorVector;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_features2d.BFMatcher;
import org.bytedeco.opencv.opencv_features2d.DescriptorMatcher;
import org.bytedeco.opencv.opencv_features2d.FlannBasedMatcher;
import org.bytedeco.opencv.opencv_flann.KDTreeIndexParams;
import org.bytedeco.opencv.opencv_flann.SearchParams;

/** Pairs the descriptors of two pictures. */
final class Matches {
  /** A pair by the places of both in their lists. */
  record Pair(int query, int train, float distance) {}

  private static final int TREES = 5;
  private static final int CHECKS = 50;
  private static final double MAX_COMPARISONS = 2.5e8;

  private Matches() {}

  /** Pairs that stand out, looked for along trees: fast, but not always the nearest. */
  static List<Pair> along(Mat queries, Mat trained, double ratio) {
    check(queries, trained);
    try (KDTreeIndexParams index = new KDTreeIndexParams(TREES);
        SearchParams search = new SearchParams(CHECKS, 0, true);
        FlannBasedMatcher matcher = new FlannBasedMatcher(index, search)) {
      return distinct(matcher, queries, trained, 2, ratio);
    }
  }

  /**
   * Pairs that stand out, each compared with each.
   *
   * @param neighbours how many of the nearest to look for
   * @param ratio the nearest must be this much nearer than the second
   */
  static List<Pair> each(Mat queries, Mat trained, int neighbours, double ratio) {
    check(queries, trained);
    ImageFields.bound(
        "comparing %d places with %d".formatted(queries.rows(), trained.rows()),
        (double) queries.rows() * trained.rows(),
        MAX_COMPARISONS);
    try (BFMatcher matcher = BFMatcher.create()) {
      return distinct(matcher, queries, trained, neighbours, ratio);
    }
  }

  private static void check(Mat queries, Mat trained) {
    if (queries.cols() != trained.cols()) {
      throw new BlockException(
          "descriptors of %d numbers cannot be compared with ones of %d"
              .formatted(queries.cols(), trained.cols()));
    }
  }

  private static List<Pair> distinct(
      DescriptorMatcher matcher, Mat queries, Mat trained, int neighbours, double ratio) {
    List<Pair> pairs = new ArrayList<>();
    try (DMatchVectorVector found = new DMatchVectorVector()) {
      matcher.knnMatch(queries, trained, found, neighbours);
      for (long i = 0; i < found.size(); i++) {
        try (DMatchVector nearest = found.get(i)) {
          if (nearest.size() < 2) {
            throw new BlockException("fewer than two places to compare with");
          }
          DMatch first = nearest.get(0);
          if (first.distance() < ratio * nearest.get(1).distance()) {
            pairs.add(new Pair(first.queryIdx(), first.trainIdx(), first.distance()));
          }
        }
      }
    }
    return pairs;
  }
}
