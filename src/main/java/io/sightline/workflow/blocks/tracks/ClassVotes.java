package io.sightline.workflow.blocks.tracks;

import io.sightline.vision.BoundingBox;
import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The votes on the classes of one video's objects. */
final class ClassVotes {
  private static final int MAX_OBJECTS = 10_000;

  private final Map<Integer, ClassVote> objects = new LinkedHashMap<>();
  private int frame;

  /** The frame's detections, those of locked objects with their class and its mean confidence. */
  Detections lock(Detections detections, LockRules rules) {
    frame++;
    Set<Integer> present = new HashSet<>();
    detections.forEach(detection -> present.add(detection.trackerId()));
    List<Detection> locked = new ArrayList<>(detections.size());
    for (Detection detection : detections) {
      int id = detection.trackerId();
      if (id < 0) {
        locked.add(detection);
        continue;
      }
      ClassVote vote = objects.get(id);
      if (vote == null) {
        vote = fresh(detection, present, rules);
        objects.put(id, vote);
      }
      vote.see(detection, frame, rules);
      locked.add(vote.apply(detection));
    }
    objects.values().removeIf(vote -> frame - vote.lastFrame() > rules.memory());
    return detections.with(locked);
  }

  /** The vote of the lost object that overlaps most, a new one where none does. */
  private ClassVote fresh(Detection detection, Set<Integer> present, LockRules rules) {
    Integer best = null;
    double bestOverlap = 0;
    for (Map.Entry<Integer, ClassVote> entry : objects.entrySet()) {
      ClassVote vote = entry.getValue();
      int gap = frame - vote.lastFrame();
      if (vote.isLocked()
          && !present.contains(entry.getKey())
          && gap >= 1
          && gap <= rules.inheritance()) {
        double overlap = overlap(detection.box(), vote.lastBox());
        if (overlap >= rules.overlap() && overlap > bestOverlap) {
          best = entry.getKey();
          bestOverlap = overlap;
        }
      }
    }
    if (best != null) {
      return objects.remove(best);
    }
    if (objects.size() >= MAX_OBJECTS) {
      objects.remove(objects.keySet().iterator().next());
    }
    return new ClassVote();
  }

  private static double overlap(BoundingBox a, BoundingBox b) {
    double width = (double) Math.min(a.x2(), b.x2()) - Math.max(a.x1(), b.x1());
    double height = (double) Math.min(a.y2(), b.y2()) - Math.max(a.y1(), b.y1());
    if (width <= 0 || height <= 0) {
      return 0;
    }
    double shared = width * height;
    double all = area(a) + area(b) - shared;
    return all > 0 ? shared / all : 0;
  }

  private static double area(BoundingBox box) {
    return ((double) box.x2() - box.x1()) * ((double) box.y2() - box.y1());
  }
}
