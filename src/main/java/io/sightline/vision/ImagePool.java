package io.sightline.vision;

import java.util.ArrayDeque;
import java.util.Iterator;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Idle picture memory of one session, bounded. A size that is not asked for any more goes after a
 * while. Safe for use by several threads; the lock is never held across a native computation.
 */
public final class ImagePool implements AutoCloseable {
  /** Pictures that come back while one is not asked for, until that one is not kept any longer. */
  private static final int UNUSED_MAX = 64;

  /**
   * @param since how many had come back before
   */
  private record Idle(Mat pixels, long since) {}

  private final int maxIdle;
  private final ArrayDeque<Idle> idle = new ArrayDeque<>();
  private long given;
  private boolean closed;
  private int held;
  private long heldBytes;

  /** Keeps at most {@code maxIdle} pictures for reuse. */
  public ImagePool(int maxIdle) {
    this.maxIdle = maxIdle;
  }

  /** Pixels of {@code height} rows by {@code width} columns, 1 or 3 channels, content undefined. */
  public Mat take(int width, int height, int channels) {
    if (width <= 0 || height <= 0 || (channels != 1 && channels != 3)) {
      throw new VisionException(
          "a picture needs a positive size and 1 or 3 channels, not %dx%dx%d"
              .formatted(width, height, channels));
    }
    synchronized (this) {
      for (Iterator<Idle> i = idle.iterator(); i.hasNext(); ) {
        Mat mat = i.next().pixels;
        if (mat.cols() == width && mat.rows() == height && mat.channels() == channels) {
          i.remove();
          return mat;
        }
      }
    }
    Mat made = new Mat(height, width, opencv_core.CV_8UC(channels));
    count(made, 1);
    return made;
  }

  /** Takes pixels back; frees those idle longest, beyond the bound or for too long. */
  public void give(Mat pixels) {
    Mat surplus = pixels;
    synchronized (this) {
      if (!closed) {
        idle.addFirst(new Idle(pixels, ++given));
        boolean full = idle.size() > maxIdle || given - idle.getLast().since > UNUSED_MAX;
        surplus = full ? idle.removeLast().pixels : null;
      }
    }
    if (surplus != null) {
      count(surplus, -1);
      surplus.close();
    }
  }

  private synchronized void count(Mat pixels, int by) {
    held += by;
    heldBytes += by * (long) pixels.rows() * pixels.cols() * pixels.channels();
  }

  /** Pictures in use and waiting for reuse. */
  public synchronized int held() {
    return held;
  }

  /** Native memory of the pictures in use and waiting for reuse. */
  public synchronized long heldBytes() {
    return heldBytes;
  }

  /** How many pictures wait for reuse. */
  public synchronized int idle() {
    return idle.size();
  }

  /** Frees what is idle now and whatever is given back later. May be called twice. */
  @Override
  public synchronized void close() {
    closed = true;
    idle.forEach(one -> count(one.pixels, -1));
    idle.forEach(one -> one.pixels.close());
    idle.clear();
  }
}
