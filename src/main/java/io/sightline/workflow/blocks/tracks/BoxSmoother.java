package io.sightline.workflow.blocks.tracks;

import io.sightline.vision.BoundingBox;
import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Smooths the boxes of one video's objects. */
final class BoxSmoother {
  private static final int MAX_OBJECTS = 2_000;

  private final int window;
  private final Map<Integer, Detection> last = new HashMap<>();
  private final Map<Integer, SmoothedVelocity> velocities = new LinkedHashMap<>();
  private int width;
  private int height;

  /**
   * @param window how many velocities are averaged, and frames that a lost object is moved on
   */
  BoxSmoother(int window) {
    this.window = window;
  }

  /**
   * The frame's objects and those that were lost a moment ago.
   *
   * @param alpha weight of the newest box beside the one before
   */
  Detections smooth(Detections frame, double alpha) {
    Set<Integer> measured = measure(frame);
    velocities.values().forEach(SmoothedVelocity::predict);
    Map<Integer, Detection> smoothed = new LinkedHashMap<>();
    for (Detection detection : frame) {
      int id = detection.trackerId();
      Detection before = last.get(id);
      smoothed.put(
          id,
          before == null
              ? detection
              : detection.withBox(blend(before.box(), detection.box(), alpha)));
      if (before != null || last.size() < MAX_OBJECTS) {
        last.put(id, detection);
      }
    }
    velocities.forEach(
        (id, velocity) -> {
          if (!smoothed.containsKey(id)) {
            Detection moved = move(last.get(id), velocity, alpha);
            last.put(id, moved);
            smoothed.put(id, moved);
          }
        });
    velocities.entrySet().removeIf(e -> !measured.contains(e.getKey()) && e.getValue().missed());
    last.keySet().removeIf(id -> !velocities.containsKey(id) && !smoothed.containsKey(id));
    List<Detection> all = new ArrayList<>(smoothed.values());
    if (!frame.isEmpty()) {
      width = frame.imageWidth();
      height = frame.imageHeight();
    }
    return new Detections(all, width, height, true);
  }

  /** By the lower right corners, as Roboflow's engine does. */
  private Set<Integer> measure(Detections frame) {
    Map<Integer, double[]> measured = new LinkedHashMap<>();
    for (Detection detection : frame) {
      int id = detection.trackerId();
      Detection before = last.get(id);
      if (before != null) {
        double x = corner(detection.box().x1(), detection.box().x2());
        double y = corner(detection.box().y1(), detection.box().y2());
        x -= corner(before.box().x1(), before.box().x2());
        y -= corner(before.box().y1(), before.box().y2());
        measured.put(id, new double[] {x, y});
      }
    }
    measured.forEach(
        (id, moved) -> {
          SmoothedVelocity velocity = velocities.get(id);
          if (velocity == null) {
            velocities.put(id, new SmoothedVelocity(window, moved[0], moved[1]));
          } else {
            velocity.measure(moved[0], moved[1]);
          }
        });
    return measured.keySet();
  }

  private static double corner(float first, float second) {
    return first + Math.abs((double) second - first);
  }

  private static BoundingBox blend(BoundingBox before, BoundingBox now, double alpha) {
    return new BoundingBox(
        blend(before.x1(), now.x1(), alpha),
        blend(before.y1(), now.y1(), alpha),
        blend(before.x2(), now.x2(), alpha),
        blend(before.y2(), now.y2(), alpha));
  }

  private static float blend(double before, double now, double alpha) {
    return (float) (alpha * now + (1 - alpha) * before);
  }

  private static Detection move(Detection before, SmoothedVelocity velocity, double alpha) {
    BoundingBox box = before.box();
    return before.withBox(
        new BoundingBox(
            blend(box.x1(), box.x1() + velocity.x(), alpha),
            blend(box.y1(), box.y1() + velocity.y(), alpha),
            blend(box.x2(), box.x2() + velocity.x(), alpha),
            blend(box.y2(), box.y2() + velocity.y(), alpha)));
  }
}
