package io.sightline.workflow.blocks.memory;

import io.sightline.workflow.blocks.KeptValues;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** The values of one video's last frames, by the frame's number. */
final class FrameValues implements AutoCloseable {
  private final Map<Long, Object> values = new LinkedHashMap<>();
  private final KeptValues kept;
  private long newest;
  private int farthest;

  FrameValues(KeptValues kept) {
    this.kept = kept;
  }

  /**
   * Remembers a frame's value; a number below the last one starts anew.
   *
   * @param back how many frames are looked back now
   */
  void put(long frame, Object value, int back) {
    if (!values.isEmpty() && frame < newest) {
      close();
      farthest = 0;
    }
    farthest = Math.max(farthest, back);
    newest = frame;
    kept.retain(value);
    kept.release(values.put(frame, value));
  }

  boolean knows(long frame) {
    return values.containsKey(frame);
  }

  Object get(long frame) {
    return values.get(frame);
  }

  /** Forgets what no frame from {@code frame} on looks back to. */
  void forget(long frame) {
    Iterator<Map.Entry<Long, Object>> oldest = values.entrySet().iterator();
    while (oldest.hasNext()) {
      Map.Entry<Long, Object> entry = oldest.next();
      if (entry.getKey() >= frame - farthest) {
        return;
      }
      kept.release(entry.getValue());
      oldest.remove();
    }
  }

  @Override
  public void close() {
    values.values().forEach(kept::release);
    values.clear();
  }
}
