package io.sightline.workflow.blocks.visualizations;

import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.vision.Position;
import io.sightline.workflow.blocks.Recent;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Which tracked objects of a video have moved since they last did. */
final class Motion {
  private static final long STALE_MILLIS = 60_000;
  private static final long CLEANING_MILLIS = 10_000;

  private record Stop(double x, double y, long millis) {}

  private final Clock clock;
  private final Recent<Integer, Stop> stops = Recent.tracks();
  private long cleaned;

  Motion(Clock clock) {
    this.clock = clock;
    this.cleaned = clock.millis();
  }

  /**
   * The objects that are at least {@code threshold} pixels from where they last counted as moved;
   * new ones and those that have not for a minute are where they stand.
   */
  List<Detection> moved(Detections detections, Position position, int threshold) {
    long now = clock.millis();
    if (now - cleaned >= CLEANING_MILLIS) {
      stops.values().removeIf(stop -> now - stop.millis > STALE_MILLIS);
      cleaned = now;
    }
    List<Detection> moved = new ArrayList<>();
    for (Detection detection : detections) {
      Stop here = new Stop(position.x(detection), position.y(detection), now);
      Stop before = stops.get(detection.trackerId());
      boolean far = before != null && Math.hypot(here.x - before.x, here.y - before.y) >= threshold;
      if (far) {
        moved.add(detection);
      }
      if (far || before == null) {
        stops.put(detection.trackerId(), here);
      }
    }
    return moved;
  }
}
