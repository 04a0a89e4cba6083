package io.sightline.workflow.blocks.tracks;

import io.sightline.vision.Detection;
import io.sightline.vision.VideoMetadata;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** The objects of one video, when they were seen first and last. */
final class VideoEvents {
  private static final int MAX_OBJECTS = 10_000;

  private final Map<Integer, ObjectEvent> objects = new LinkedHashMap<>();
  private int frame;
  private int flushed;
  private double start = Double.NaN;
  private double time;
  private double elapsed;

  /** The moment at which objects are seen from now on. */
  void nextFrame(VideoMetadata video, double fallbackFps) {
    frame++;
    if (flushed == 0) {
      flushed = frame;
    }
    if (video.frameTimestamp() != null) {
      time = Tracked.seconds(video.frameTimestamp());
      start = Double.isNaN(start) ? time : start;
      elapsed = time - start;
    } else {
      double fps = video.fps() != null && video.fps() != 0 ? video.fps() : fallbackFps;
      time = System.currentTimeMillis() / 1e3;
      elapsed = Math.max(video.frameNumber() - 1, 0) / fps;
    }
  }

  /**
   * Once in an interval: forgets the objects that went.
   *
   * @return those of them that were seen in enough frames
   */
  Map<String, Object> flush(int interval, int stale, int threshold) {
    Map<String, Object> complete = new LinkedHashMap<>();
    if (frame - flushed < interval) {
      return complete;
    }
    flushed = frame;
    for (Iterator<ObjectEvent> i = objects.values().iterator(); i.hasNext(); ) {
      ObjectEvent event = i.next();
      if (frame - event.lastFrame() > stale) {
        i.remove();
        if (event.frames() >= threshold) {
          complete.put(event.name(), event.form());
        }
      }
    }
    return complete;
  }

  void see(Detection detection) {
    ObjectEvent event = objects.get(detection.trackerId());
    if (event == null) {
      if (objects.size() >= MAX_OBJECTS) {
        objects.remove(objects.keySet().iterator().next());
      }
      event = new ObjectEvent(detection.trackerId(), detection.className(), frame, time, elapsed);
      objects.put(detection.trackerId(), event);
    } else {
      event.again(frame, time, elapsed);
    }
  }

  EventTable table(int threshold) {
    Map<String, Object> logged = new LinkedHashMap<>();
    Map<String, Object> pending = new LinkedHashMap<>();
    for (ObjectEvent event : objects.values()) {
      (event.frames() >= threshold ? logged : pending).put(event.name(), event.form());
    }
    return new EventTable(logged, pending);
  }
}
