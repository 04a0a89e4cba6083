package io.sightline.workflow.blocks.analytics;

import io.sightline.vision.Detection;
import io.sightline.vision.Position;
import java.util.List;

/**
 * The zones that a video's detections are held against.
 *
 * @param anchor the place of a detection that counts
 */
record Watch(List<Zone> zones, Position anchor) {
  /** True where the detection is in any of the zones. */
  boolean sees(Detection detection) {
    if (zones.isEmpty()) {
      return false;
    }
    for (Zone zone : zones) {
      if (zone.contains(detection, anchor)) {
        return true;
      }
    }
    return false;
  }

  /** Pixels of the rectangles around the zones. */
  long pixels() {
    return zones.stream().mapToLong(Zone::pixels).sum();
  }
}
