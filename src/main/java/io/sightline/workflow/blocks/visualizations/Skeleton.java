package io.sightline.workflow.blocks.visualizations;

import io.sightline.vision.Canvas;
import io.sightline.vision.Color;
import io.sightline.vision.Keypoint;
import io.sightline.workflow.block.BlockException;
import java.util.List;
import java.util.Map;

/**
 * Which key points lines connect.
 *
 * @param edges pairs of key points, counted from 1; empty where their number decides
 */
record Skeleton(int[][] edges) {
  private static final int MAX_EDGES = 10_000;

  /** A point this close to the corner is missing. */
  private static final float MISSING = 1e-8f;

  /** The skeletons of well-known models by the number of their key points: COCO and GHUM. */
  private static final Map<Integer, Skeleton> KNOWN =
      Map.of(
          17,
          known(
              """
              1-2 1-3 2-3 2-4 3-5 6-12 6-7 6-8 7-13 7-9 8-10 9-11 12-13 14-12 15-13 16-14
              17-15\
              """),
          33,
          known(
              """
              1-2 1-5 2-3 3-4 4-8 5-6 6-7 7-9 10-11 12-13 12-14 12-24 13-15 13-25 14-16 15-17
              16-18 15-19 16-22 17-19 17-21 17-23 18-20 19-21 24-25 24-26 25-27 26-28 27-29
              28-30 28-32 29-31 29-33 30-32 31-33\
              """));

  private static Skeleton known(String pairs) {
    String[] all = pairs.split("\\s+");
    int[][] edges = new int[all.length][];
    for (int i = 0; i < all.length; i++) {
      String[] ends = all[i].split("-");
      edges[i] = new int[] {Integer.parseInt(ends[0]), Integer.parseInt(ends[1])};
    }
    return new Skeleton(edges);
  }

  /**
   * @throws BlockException where {@code raw} is no list of pairs of whole numbers
   */
  static Skeleton of(List<?> raw) {
    DrawingFields.check("the number of edges", raw.size(), 0, MAX_EDGES);
    int[][] edges = new int[raw.size()][];
    for (int i = 0; i < edges.length; i++) {
      if (!(raw.get(i) instanceof List<?> pair)
          || pair.size() != 2
          || !(pair.get(0) instanceof Number a)
          || !(pair.get(1) instanceof Number b)) {
        throw new BlockException("edges must be a list of pairs of key points");
      }
      edges[i] = new int[] {a.intValue(), b.intValue()};
    }
    return new Skeleton(edges);
  }

  /** Draws the lines of one object; answers false where no skeleton is known for it. */
  boolean draw(Canvas canvas, List<Keypoint> points, Color color, int thickness) {
    int[][] drawn = edges;
    if (drawn.length == 0) {
      Skeleton known = KNOWN.get(points.size());
      if (known == null) {
        return false;
      }
      drawn = known.edges;
    }
    for (int[] edge : drawn) {
      Keypoint a = point(points, edge[0]);
      Keypoint b = point(points, edge[1]);
      if (!missing(a) && !missing(b)) {
        canvas.line((int) a.x(), (int) a.y(), (int) b.x(), (int) b.y(), color, thickness);
      }
    }
    return true;
  }

  /** Counted from 1; 0 is the last one, -1 the one before. */
  private static Keypoint point(List<Keypoint> points, int number) {
    int index = number - 1;
    int at = index < 0 ? index + points.size() : index;
    if (at < 0 || at >= points.size()) {
      throw new BlockException("edges name key point %d of %d".formatted(number, points.size()));
    }
    return points.get(at);
  }

  private static boolean missing(Keypoint point) {
    return Math.abs(point.x()) <= MISSING && Math.abs(point.y()) <= MISSING;
  }
}
