package io.sightline.media;

import io.sightline.settings.Settings;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Every frame in order; a full queue holds the putting thread back until there is room or it
 * closes.
 *
 * <p>That thread is the library's, and the library waits for it when a sink is removed or a peer
 * connection closes. So {@link #close()} comes first in a session's end; it never waits for anybody
 * and lets the held thread go at once, after which removing the sink cannot block.
 */
public final class FrameQueue implements FrameSource {
  private final Arrivals arrivals;
  private final int capacity;
  private final ArrayDeque<InboundFrame> frames;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition room = lock.newCondition();
  private boolean closed;
  private volatile Runnable listener = () -> {};

  public FrameQueue(Settings settings, int probeFrames) {
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

  /** Waits for room; false once closed. */
  private boolean enqueue(InboundFrame frame) {
    lock.lock();
    try {
      while (!closed && frames.size() == capacity) {
        room.awaitUninterruptibly();
      }
      return !closed && frames.add(frame);
    } finally {
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
