package io.sightline.stream;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Decoded frames of one source that wait to be read, bounded in number and pixels. One thread puts,
 * another takes; {@link #close} lets a waiting one go at once.
 */
final class FrameBuffer implements AutoCloseable {
  private final BufferFilling filling;
  private final BufferConsumption consumption;
  private final int size;
  private final long maxPixels;
  private final AdaptiveDrop adaptive;
  private final FrameStride stride;
  private final ArrayDeque<StreamFrame> frames = new ArrayDeque<>();
  private long pixels;
  private long received;
  private long dropped;
  private boolean muted;
  private boolean closed;

  FrameBuffer(
      BufferFilling filling,
      BufferConsumption consumption,
      int size,
      long maxPixels,
      AdaptiveDrop adaptive) {
    this(filling, consumption, size, maxPixels, adaptive, new FrameStride(null));
  }

  /**
   * @param stride which frames are let in at all
   */
  FrameBuffer(
      BufferFilling filling,
      BufferConsumption consumption,
      int size,
      long maxPixels,
      AdaptiveDrop adaptive,
      FrameStride stride) {
    this.filling = filling;
    this.consumption = consumption;
    this.size = size;
    this.maxPixels = maxPixels;
    this.adaptive = adaptive;
    this.stride = stride;
  }

  /**
   * Takes over a frame; keeps or releases it.
   *
   * @return whether it is kept
   */
  boolean put(StreamFrame frame) {
    List<StreamFrame> released = new ArrayList<>(1);
    boolean kept = put(frame, released);
    released.forEach(StreamFrame::release);
    return kept;
  }

  /** The next one; null where none waits. */
  StreamFrame take() {
    return take(frame -> true);
  }

  /**
   * The next one that fits; those before it are passed over. Null where none waits that does.
   *
   * @param fits asked for each frame that would be next; may not take its time
   */
  StreamFrame take(Predicate<StreamFrame> fits) {
    List<StreamFrame> passed = new ArrayList<>(1);
    StreamFrame taken = take(fits, passed);
    passed.forEach(StreamFrame::release);
    return taken;
  }

  /** While muted every new frame is dropped. */
  synchronized void mute(boolean now) {
    muted = now;
    notifyAll();
  }

  synchronized int waiting() {
    return frames.size();
  }

  /** Of the frames that wait. */
  synchronized long pixels() {
    return pixels;
  }

  synchronized long received() {
    return received;
  }

  /** Frames that were dropped or passed over. */
  synchronized long dropped() {
    return dropped;
  }

  BufferFilling filling() {
    return filling;
  }

  BufferConsumption consumption() {
    return consumption;
  }

  int size() {
    return size;
  }

  /** Releases what waits and takes no more. */
  @Override
  public void close() {
    List<StreamFrame> left;
    synchronized (this) {
      closed = true;
      left = List.copyOf(frames);
      frames.clear();
      pixels = 0;
      dropped += left.size();
      notifyAll();
    }
    left.forEach(StreamFrame::release);
  }

  private synchronized boolean put(StreamFrame frame, List<StreamFrame> released) {
    received++;
    adaptive.captured();
    boolean wanted = stride.takes(frame.id(), frame.rate());
    if (!wanted || closed || muted || filling.adaptive() && adaptive.drops(frame.fps())) {
      return drop(frame, released);
    }
    while (full(frame)) {
      if (filling == BufferFilling.WAIT) {
        if (!awaitRoom()) {
          return drop(frame, released);
        }
      } else if (filling.dropsOldest()) {
        drop(poll(), released);
      } else {
        return drop(frame, released);
      }
    }
    frames.add(frame);
    pixels += frame.pixels();
    adaptive.kept();
    return true;
  }

  private synchronized StreamFrame take(Predicate<StreamFrame> fits, List<StreamFrame> passed) {
    StreamFrame taken = poll();
    while (taken != null
        && (consumption == BufferConsumption.EAGER && !frames.isEmpty() || !fits.test(taken))) {
      adaptive.read();
      drop(taken, passed);
      taken = poll();
    }
    if (taken != null) {
      adaptive.read();
    }
    notifyAll();
    return taken;
  }

  /** One frame always fits, however large. */
  private boolean full(StreamFrame frame) {
    return !frames.isEmpty() && (frames.size() >= size || pixels + frame.pixels() > maxPixels);
  }

  private boolean drop(StreamFrame frame, List<StreamFrame> released) {
    released.add(frame);
    dropped++;
    return false;
  }

  private StreamFrame poll() {
    StreamFrame frame = frames.poll();
    pixels -= frame == null ? 0 : frame.pixels();
    return frame;
  }

  /** False where the frame is not wanted any more. */
  private boolean awaitRoom() {
    try {
      wait();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
    return !closed && !muted;
  }
}
