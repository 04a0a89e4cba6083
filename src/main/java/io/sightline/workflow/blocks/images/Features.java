package io.sightline.workflow.blocks.images;

import io.sightline.vision.Image;
import io.sightline.workflow.block.BlockException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_features2d;
import org.bytedeco.opencv.opencv_core.KeyPoint;
import org.bytedeco.opencv.opencv_core.KeyPointVector;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_features2d.SIFT;

/** The places of a picture that SIFT knows again on others. Closed by whoever finds them. */
final class Features implements AutoCloseable {
  /** Numbers that describe a place. */
  static final int LENGTH = 128;

  static final int MAX_COUNT = 100_000;

  /** SIFT takes some 250 bytes for each pixel. */
  private static final int MAX_PIXELS = 3840 * 2160;

  private static final int SEED = 1;

  private final KeyPointVector points = new KeyPointVector();
  private final Mat descriptors = new Mat();
  private final Mat grey;

  private Features(Mat grey) {
    this.grey = grey;
  }

  /**
   * @throws BlockException where the picture is too large, or too much of it is told apart
   */
  static Features of(Image image) {
    if ((long) image.width() * image.height() > MAX_PIXELS) {
      throw new BlockException(
          "SIFT looks at pictures up to %d pixels, not at %dx%d"
              .formatted(MAX_PIXELS, image.width(), image.height()));
    }
    Features features = new Features(Pictures.greyPixels(image));
    try (SIFT sift = SIFT.create();
        Mat everywhere = new Mat()) {
      sift.detectAndCompute(features.grey, everywhere, features.points, features.descriptors);
      if (features.count() <= MAX_COUNT) {
        return features;
      }
    } catch (RuntimeException e) {
      features.close();
      throw e;
    }
    long count = features.count();
    features.close();
    throw new BlockException("SIFT found %d places, more than %d".formatted(count, MAX_COUNT));
  }

  long count() {
    return points.size();
  }

  KeyPointVector points() {
    return points;
  }

  /** One row of 32-bit numbers for each place, borrowed. */
  Mat descriptors() {
    return descriptors;
  }

  /** Place, size, direction and so on of each, under Roboflow's names. */
  List<Map<String, Object>> list() {
    List<Map<String, Object>> list = new ArrayList<>((int) count());
    for (long i = 0; i < count(); i++) {
      KeyPoint point = points.get(i);
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("pt", List.of((double) point.pt().x(), (double) point.pt().y()));
      entry.put("size", (double) point.size());
      entry.put("angle", (double) point.angle());
      entry.put("response", (double) point.response());
      entry.put("octave", point.octave());
      entry.put("class_id", point.class_id());
      list.add(entry);
    }
    return list;
  }

  /** The descriptors as lists; null for none. */
  NumberArray array() {
    if (descriptors.empty()) {
      return null;
    }
    float[] numbers = new float[descriptors.rows() * LENGTH];
    try (FloatPointer data = new FloatPointer(descriptors.data())) {
      data.get(numbers);
    }
    return NumberArray.of(numbers, descriptors.rows(), LENGTH);
  }

  /** Draws a ring around each place on the grey picture, into pixels of three channels. */
  void draw(Mat target) {
    opencv_core.setRNGSeed(SEED);
    opencv_features2d.drawKeypoints(grey, points, target);
  }

  @Override
  public void close() {
    points.close();
    descriptors.close();
    grey.close();
  }
}
