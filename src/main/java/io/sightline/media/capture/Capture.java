package io.sightline.media.capture;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Takes the pictures of one origin on a thread of its own and hands them on; opens a stream that
 * broke again, ever later, until it has failed too often.
 */
public final class Capture implements Runnable, AutoCloseable {
  /**
   * How a capture ended by itself.
   *
   * @param shown whether any picture came
   * @param message a sentence for the client, without secrets
   */
  public record End(boolean shown, String message) {}

  private static final System.Logger LOG = System.getLogger(Capture.class.getName());

  private final VideoOrigin origin;
  private final Consumer<DecodedPicture> pictures;
  private final Consumer<End> onEnd;
  private final AtomicBoolean begun = new AtomicBoolean();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final CompletableFuture<Void> done = new CompletableFuture<>();
  private volatile VideoStream current;
  private boolean shown;
  private int failures;

  /**
   * @param pictures gets each picture and owns it; may hold the thread back
   * @param onEnd called once where the source ends for good, not after {@link #close}
   */
  public Capture(VideoOrigin origin, Consumer<DecodedPicture> pictures, Consumer<End> onEnd) {
    this.origin = origin;
    this.pictures = pictures;
    this.onEnd = onEnd;
  }

  /** Captures until the source ends or this is closed; once. */
  @Override
  public void run() {
    if (!begun.compareAndSet(false, true)) {
      return;
    }
    try {
      String message = null;
      while (message == null && !isClosed()) {
        message = attempt();
      }
      if (!isClosed()) {
        LOG.log(System.Logger.Level.INFO, "capture ended: {0}", message);
        onEnd.accept(new End(shown, message));
      }
    } finally {
      done.complete(null);
    }
  }

  /** Lets the thread go at once. May be called twice, from any thread. */
  @Override
  public void close() {
    closed.countDown();
    VideoStream open = current;
    if (open != null) {
      open.interrupt();
    }
    if (begun.compareAndSet(false, true)) {
      done.complete(null);
    }
  }

  /** Completes after {@link #close}, or the end of the source, when nothing native is left. */
  public CompletionStage<Void> done() {
    return done.minimalCompletionStage();
  }

  /** One stream from its opening to its end; a sentence where it was the last. */
  private String attempt() {
    try (VideoStream stream = origin.stream()) {
      current = stream;
      if (!isClosed()) {
        stream.open();
        show(stream);
      }
      return "the source " + origin + " has ended";
    } catch (IOException e) {
      return again(e);
    } catch (CaptureException e) {
      return told(e);
    } catch (RuntimeException | Error e) {
      LOG.log(System.Logger.Level.WARNING, "the capture of " + origin + " failed", e);
      return "the capture of %s failed".formatted(origin);
    } finally {
      current = null;
    }
  }

  private void show(VideoStream stream) throws IOException {
    for (DecodedPicture p = stream.next(); p != null; p = stream.next()) {
      if (isClosed()) {
        p.close();
        return;
      }
      shown = true;
      failures = 0;
      pictures.accept(p);
    }
  }

  /** Waits before the next attempt; a sentence where there will be none. */
  private String again(IOException failure) {
    RetryPolicy retries = origin.retries();
    if (isClosed() || ++failures > retries.attempts()) {
      return "%s (%d attempts)".formatted(told(failure), failures);
    }
    Duration delay = retries.delay().apply(failures);
    LOG.log(
        System.Logger.Level.DEBUG,
        "{0}; attempt {1} of {2} in {3} ms",
        told(failure),
        failures,
        retries.attempts(),
        delay.toMillis());
    try {
      closed.await(delay.toMillis(), TimeUnit.MILLISECONDS);
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "the capture of %s was interrupted".formatted(origin);
    }
  }

  /** What happened, beginning with the source's name. */
  private String told(Exception failure) {
    String message = failure.getMessage();
    String text = message == null ? failure.getClass().getSimpleName() : message;
    return text.startsWith(origin.toString()) ? text : origin + ": " + text;
  }

  private boolean isClosed() {
    return closed.getCount() == 0;
  }
}
