package io.sightline.stream;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Results that wait to be consumed, bounded in number and bytes; the oldest go first. Safe for use
 * by several threads.
 */
public final class ResultBuffer implements AutoCloseable {
  private final int size;
  private final long maxBytes;
  private final ArrayDeque<StreamResult> results = new ArrayDeque<>();
  private long bytes;
  private long added;
  private long dropped;
  private boolean closed;

  public ResultBuffer(int size, long maxBytes) {
    this.size = size;
    this.maxBytes = maxBytes;
  }

  /**
   * Keeps what a round gave, or drops it.
   *
   * @param outputs one for each source, null where it had no frame
   * @param stamps beside them
   */
  public void add(List<Map<String, Object>> outputs, List<FrameStamp> stamps) {
    StreamResult result = new StreamResult(outputs, stamps);
    List<StreamResult> gone = new ArrayList<>();
    synchronized (this) {
      added++;
      results.add(result);
      bytes += result.bytes();
      while (!results.isEmpty() && (closed || results.size() > size || bytes > maxBytes)) {
        gone.add(take());
        dropped++;
      }
    }
    gone.forEach(StreamResult::close);
  }

  /** The oldest, which the caller closes; null where none waits. */
  public synchronized StreamResult poll() {
    return results.isEmpty() ? null : take();
  }

  public synchronized boolean isEmpty() {
    return results.isEmpty();
  }

  public synchronized long added() {
    return added;
  }

  /** Results that nobody has consumed. */
  public synchronized long dropped() {
    return dropped;
  }

  /** Bytes of what waits. */
  public synchronized long bytes() {
    return bytes;
  }

  /** Lets everything go; what comes later goes at once. */
  @Override
  public void close() {
    List<StreamResult> left;
    synchronized (this) {
      closed = true;
      left = List.copyOf(results);
      results.clear();
      bytes = 0;
    }
    left.forEach(StreamResult::close);
  }

  private StreamResult take() {
    StreamResult result = results.poll();
    bytes -= result.bytes();
    return result;
  }
}
