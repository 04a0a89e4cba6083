package io.sightline.workflow.blocks.tracks;

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

  /** As the block answers it. */
  Map<String, Object> form() {
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("tracker_id", id);
    form.put("class_name", className);
    form.put("first_seen_frame", firstFrame);
    form.put("first_seen_timestamp", firstTime);
    form.put("last_seen_frame", lastFrame);
    form.put("last_seen_timestamp", lastTime);
    form.put("first_seen_relative", firstElapsed);
    form.put("last_seen_relative", lastElapsed);
    form.put("frame_count", frames);
    return form;
  }
}
