package io.sightline.media;

import io.sightline.settings.Settings;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Every frame in order; a full queue holds the putting thread back until there is room, it closes,
 * or the thread has been held for too long: then what has piled up behind it is dropped and
 * counted.
 *
 * <p>That thread is the library's. While it is held, frames pile up decoded inside the library,
 * which bounds them only at some hundreds, and whoever asks the connection for its statistics waits
 * on the one worker thread that all sessions share. So the hold ends before either hurts, and the
 * thread then gets a moment without frames before it can be held again.
 *
 * <p>The library also waits for it when a sink is removed or a peer connection closes. So {@link
 * #close()} comes first in a session's end; it never waits for anybody and lets the held thread go
 * at once, after which removing the sink cannot block.
 */
public final class FrameQueue implements FrameSource {
  private static final long HOLD_NANOS = 100_000_000L;

  /** Frames that come closer upon each other had piled up. */
  private static final long PILED_UP_NANOS = 2_000_000L;

  private final Arrivals arrivals;
  private final int capacity;
  private final ArrayDeque<InboundFrame> frames;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition room = lock.newCondition();
  private volatile long holdNanos;
  private long holdLeft;
  private long lastPutNanos;
  private boolean closed;
  private volatile Runnable listener = () -> {};

  public FrameQueue(Settings settings, int probeFrames) {
    this(settings, probeFrames, HOLD_NANOS);
  }

  /**
   * A queue for a source that the server captures itself: its thread is nobody else's, and is held
   * back for as long as there is no room.
   */
  public static FrameQueue holding(Settings settings, int probeFrames) {
    return new FrameQueue(settings, probeFrames, Long.MAX_VALUE);
  }

  FrameQueue(Settings settings, int probeFrames, long holdNanos) {
    this.holdNanos = holdNanos;
    arrivals = new Arrivals(settings, probeFrames);
    capacity = settings.integer("sightline.pipeline.queue.frames", 1, 300);
    frames = new ArrayDeque<>(capacity);
  }

  @Override
  public void put(InboundFrame frame) {
    if (!arrivals.admit(frame)) {
      frame.release();
    } else if (enqueue(frame)) {
      listener.run();
    } else {
      drop(frame);
    }
  }

  @Override
  public InboundFrame take() {
    lock.lock();
    try {
      InboundFrame frame = frames.poll();
      room.signal();
      return frame;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void onAvailable(Runnable newListener) {
    listener = newListener;
    if (waiting() > 0) {
      newListener.run();
    }
  }

  @Override
  public void hold() {
    holdNanos = Long.MAX_VALUE;
  }

  @Override
  public FrameSourceSnapshot snapshot() {
    return arrivals.snapshot(waiting());
  }

  @Override
  public void close() {
    List<InboundFrame> left;
    lock.lock();
    try {
      closed = true;
      listener = () -> {};
      left = List.copyOf(frames);
      frames.clear();
      room.signalAll();
    } finally {
      lock.unlock();
    }
    left.forEach(this::drop);
  }

  /** Waits for room; false once closed or held for too long. */
  private boolean enqueue(InboundFrame frame) {
    lock.lock();
    try {
      if (System.nanoTime() - lastPutNanos > PILED_UP_NANOS) {
        holdLeft = holdNanos;
      }
      boolean interrupted = false;
      while (!closed && frames.size() == capacity && holdLeft > 0) {
        try {
          holdLeft = room.awaitNanos(holdLeft);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      return !closed && frames.size() < capacity && frames.add(frame);
    } finally {
      lastPutNanos = System.nanoTime();
      lock.unlock();
    }
  }

  private int waiting() {
    lock.lock();
    try {
      return frames.size();
    } finally {
      lock.unlock();
    }
  }

  private void drop(InboundFrame frame) {
    frame.release();
    arrivals.drop();
  }
}
