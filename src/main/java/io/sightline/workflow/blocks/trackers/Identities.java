package io.sightline.workflow.blocks.trackers;

import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import java.util.ArrayList;
import java.util.List;

/** Which detections of a frame a tracker follows, under which identity, in the answer's order. */
final class Identities {
  private final Indices detections = new Indices();
  private final Indices ids = new Indices();

  void clear() {
    detections.clear();
    ids.clear();
  }

  void add(int detection, int id) {
    detections.add(detection);
    ids.add(id);
  }

  int size() {
    return ids.size();
  }

  int id(int index) {
    return ids.get(index);
  }

  /** The detections that are followed, each with its identity. */
  Detections apply(Detections frame) {
    List<Detection> tracked = new ArrayList<>(ids.size());
    for (int i = 0; i < ids.size(); i++) {
      tracked.add(frame.items().get(detections.get(i)).withTracker(ids.get(i)));
    }
    return new Detections(tracked, frame.imageWidth(), frame.imageHeight(), true);
  }
}
