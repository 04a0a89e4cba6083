package io.sightline.workflow.blocks.comparisons;

import io.sightline.vision.BoundingBox;
import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How unlike the objects of two pictures are, each with each, and which are the same by that.
 *
 * @param spatialWeight factor on the part for place and size, which is 0 to 1 for boxes that
 *     overlap and 1 to 2 for others
 * @param classPenalty what is added where the classes differ
 * @param strict whether objects of different classes are never the same
 */
record MatchingCosts(double spatialWeight, double classPenalty, boolean strict) {
  /** Two objects that are the same, by their places in both sets. */
  record Match(int before, int after, double cost) {}

  /** The cheapest pairs, each object in one at most, none of them dearer than {@code limit}. */
  List<Match> matches(Detections before, Detections after, double limit) {
    List<Match> all = pairs(before, after, limit);
    all.sort(Comparator.comparingDouble(Match::cost));
    boolean[] takenBefore = new boolean[before.size()];
    boolean[] takenAfter = new boolean[after.size()];
    List<Match> chosen = new ArrayList<>();
    for (Match match : all) {
      if (!takenBefore[match.before] && !takenAfter[match.after]) {
        takenBefore[match.before] = true;
        takenAfter[match.after] = true;
        chosen.add(match);
      }
    }
    return chosen;
  }

  /** In the order of the first set and then of the second. */
  private List<Match> pairs(Detections before, Detections after, double limit) {
    List<Match> pairs = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      Detection a = before.items().get(i);
      for (int j = 0; j < after.size(); j++) {
        Detection b = after.items().get(j);
        boolean differs = !a.className().equals(b.className());
        double cost = spatialWeight * spatial(a.box(), b.box()) + (differs ? classPenalty : 0);
        if (cost <= limit && Double.isFinite(cost) && !(strict && differs)) {
          pairs.add(new Match(i, j, cost));
        }
      }
    }
    return pairs;
  }

  private static double spatial(BoundingBox a, BoundingBox b) {
    float iou = a.iou(b);
    if (iou > 0) {
      return 1f - iou;
    }
    double dx = ((double) a.x1() + a.x2() - b.x1() - b.x2()) / 2;
    double dy = ((double) a.y1() + a.y2() - b.y1() - b.y2()) / 2;
    double width = Math.max(a.x2(), b.x2()) - (double) Math.min(a.x1(), b.x1());
    double height = Math.max(a.y2(), b.y2()) - (double) Math.min(a.y1(), b.y1());
    double diagonal = Math.hypot(width, height);
    return diagonal > 0 ? 1 + Math.sqrt(dx * dx + dy * dy) / diagonal : 1;
  }
}
