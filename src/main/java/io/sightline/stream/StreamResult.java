package io.sightline.stream;

import io.sightline.vision.Image;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What one round gave, with the pictures in it kept alive until it is closed.
 *
 * <p>Outputs and stamps stand side by side, one for each source; null where a source had no frame.
 */
public final class StreamResult implements AutoCloseable {
  /** Deeper values than this are not looked into: they would contain themselves. */
  private static final int DEPTH_MAX = 64;

  private final List<Map<String, Object>> outputs;
  private final List<FrameStamp> stamps;
  private final List<Image> pictures = new ArrayList<>();
  private final AtomicBoolean closed = new AtomicBoolean();
  private long bytes;

  StreamResult(List<Map<String, Object>> outputs, List<FrameStamp> stamps) {
    this.outputs = Collections.unmodifiableList(new ArrayList<>(outputs));
    this.stamps = Collections.unmodifiableList(new ArrayList<>(stamps));
    outputs.forEach(one -> keep(one, 0));
  }

  public List<Map<String, Object>> outputs() {
    return outputs;
  }

  public List<FrameStamp> stamps() {
    return stamps;
  }

  /** Bytes of its pictures and texts. */
  long bytes() {
    return bytes;
  }

  /** Lets the pictures go; further calls do nothing. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      pictures.forEach(Image::release);
    }
  }

  private void keep(Object value, int depth) {
    if (value instanceof Image image) {
      pictures.add(image.retain());
      bytes += (long) image.width() * image.height() * image.channels();
    } else if (value instanceof CharSequence text) {
      bytes += text.length();
    } else if (value instanceof byte[] binary) {
      bytes += binary.length;
    } else if (depth < DEPTH_MAX && value instanceof Map<?, ?> map) {
      map.values().forEach(inner -> keep(inner, depth + 1));
    } else if (depth < DEPTH_MAX && value instanceof Collection<?> list) {
      list.forEach(inner -> keep(inner, depth + 1));
    }
  }
}
