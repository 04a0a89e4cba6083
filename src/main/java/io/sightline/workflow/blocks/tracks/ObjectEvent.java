package io.sightline.workflow.blocks.tracks;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * When one object was seen first and last: frames from 1, seconds since 1970 and from the start.
 */
final class ObjectEvent {
  private final int id;
  private final String className;
  private final int firstFrame;
  private final double firstTime;
  private final double firstElapsed;
  private int lastFrame;
  private double lastTime;
  private double lastElapsed;
  private int frames = 1;
  private Map<String, Object> form;

  ObjectEvent(int id, String className, int frame, double time, double elapsed) {
    this.id = id;
    this.className = className;
    firstFrame = frame;
    firstTime = time;
    firstElapsed = elapsed;
    lastFrame = frame;
    lastTime = time;
    lastElapsed = elapsed;
  }

  /** Seen in a later frame. */
  void again(int frame, double time, double elapsed) {
    lastFrame = frame;
    lastTime = time;
    lastElapsed = elapsed;
    frames++;
    form = null;
  }

  int lastFrame() {
    return lastFrame;
  }

  /** In how many frames it was seen. */
  int frames() {
    return frames;
  }

  String name() {
    return Integer.toString(id);
  }

  /** As the block answers it; made anew only where it was seen since. */
  Map<String, Object> form() {
    if (form == null) {
      Map<String, Object> made = new LinkedHashMap<>();
      made.put("tracker_id", id);
      made.put("class_name", className);
      made.put("first_seen_frame", firstFrame);
      made.put("first_seen_timestamp", firstTime);
      made.put("last_seen_frame", lastFrame);
      made.put("last_seen_timestamp", lastTime);
      made.put("first_seen_relative", firstElapsed);
      made.put("last_seen_relative", lastElapsed);
      made.put("frame_count", frames);
      form = Collections.unmodifiableMap(made);
    }
    return form;
  }
}
