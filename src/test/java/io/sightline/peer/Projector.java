package io.sightline.peer;

import dev.onvoid.webrtc.media.video.CustomVideoSource;
import dev.onvoid.webrtc.media.video.NativeI420Buffer;
import dev.onvoid.webrtc.media.video.VideoFrame;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;

/** Pushes a film into a video source at its rate, on a thread of its own, until closed. */
final class Projector implements AutoCloseable {
  private static final int NUMBERS = 0x10000;

  private final CustomVideoSource source;
  private final Thread thread = new Thread(this::run, "test-film");
  private final AtomicLongArray pushedAt = new AtomicLongArray(NUMBERS);
  private volatile Film film;
  private volatile boolean closed;
  private volatile int rotation;
  private volatile long pushed;

  Projector(CustomVideoSource source, Film film) {
    this.source = source;
    this.film = film;
  }

  void start() {
    thread.start();
  }

  /** Another size or rate from the next frame on; the codec stays. */
  void show(Film next) {
    film = next;
  }

  /** Degrees by which the frames claim to need turning clockwise. */
  void rotate(int degrees) {
    rotation = degrees;
  }

  long pushed() {
    return pushed;
  }

  /** When the frame with this number was pushed, a {@link System#nanoTime()}. */
  long pushedAt(int number) {
    return pushedAt.get(number);
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    Film shown = film;
    Footage picture = shown.footage();
    long due = System.nanoTime();
    for (int number = 0; !closed; number = (number + 1) % NUMBERS) {
      if (!shown.equals(film)) {
        shown = film;
        picture = shown.footage();
      }
      push(picture, number);
      due += (long) (1e9 / shown.fps());
      for (long left = due - System.nanoTime(); left > 0 && !closed; ) {
        LockSupport.parkNanos(left);
        left = due - System.nanoTime();
      }
    }
  }

  private void push(Footage picture, int number) {
    NativeI420Buffer frame = picture.frame(number);
    try {
      pushedAt.set(number, System.nanoTime());
      source.pushFrame(new VideoFrame(frame, rotation, System.nanoTime()));
      pushed++;
    } finally {
      frame.release();
    }
  }
}
