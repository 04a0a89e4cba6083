package io.sightline.media.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.camera.MjpegCamera;
import io.sightline.camera.MjpegCamera.Manner;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class CaptureTest {
  private static final List<byte[]> FILM = MjpegCamera.walking();

  private final BlockingQueue<Capture.End> ends = new LinkedBlockingQueue<>();
  private final AtomicInteger shown = new AtomicInteger();

  private Capture capture(VideoOrigin origin) {
    return new Capture(
        origin,
        picture -> {
          picture.close();
          shown.incrementAndGet();
        },
        ends::add);
  }

  @Test
  void showsASourceToItsEnd() {
    try (MjpegCamera camera = new MjpegCamera(FILM, new Manner(true, 3, true, null, null));
        Capture capture = capture(Sources.local().mjpeg(camera.url()))) {
      capture.run();
      assertEquals(3, shown.get());
      Capture.End end = ends.remove();
      assertTrue(end.shown());
      assertEquals(
          "the source http://127.0.0.1:%d/… has ended".formatted(camera.port()), end.message());
      assertTrue(capture.done().toCompletableFuture().isDone());
    }
  }

  @Test
  @DisplayName("MC-8: opens a broken stream again, and one picture makes the failures good")
  void opensABrokenStreamAgain() throws Exception {
    try (MjpegCamera camera = new MjpegCamera(FILM, new Manner(true, 2, false, null, null))) {
      Capture capture = capture(Sources.local().mjpeg(camera.url()));
      Thread thread = new Thread(capture);
      thread.start();
      while (shown.get() < 2 * 6) {
        Thread.onSpinWait();
      }
      assertTrue(camera.requests().size() >= 6);
      capture.close();
      thread.join();
      assertEquals(0, ends.size(), "a closed capture tells no end");
    }
  }

  @Test
  @DisplayName("MC-8: gives up after the last attempt, and says why without secrets")
  void givesUpAfterTheLastAttempt() {
    MjpegCamera camera = new MjpegCamera(FILM, Manner.ENDLESS);
    int port = camera.port();
    camera.close();
    try (Capture capture =
        capture(Sources.local().mjpeg("http://u:hunter2@127.0.0.1:" + port + "/secret"))) {
      capture.run();
      Capture.End end = ends.remove();
      assertFalse(end.shown());
      assertEquals(
          "http://127.0.0.1:%d/…: Connection refused (3 attempts)".formatted(port), end.message());
    }
  }

  @Test
  void doesNotRepeatWhatIsRefusedForGood() {
    try (MjpegCamera camera =
            new MjpegCamera(FILM, new Manner(true, 0, false, "HTTP/1.0 403 No", null));
        Capture capture = capture(Sources.local().mjpeg(camera.url()))) {
      capture.run();
      assertEquals(1, camera.requests().size());
      assertEquals(
          "http://127.0.0.1:%d/…: the source refuses (status 403)".formatted(camera.port()),
          ends.remove().message());
    }
  }

  @Test
  @DisplayName("MC-6: a close ends the wait for the next attempt at once")
  void closesWhileItWaits() throws Exception {
    CountDownLatch failed = new CountDownLatch(1);
    Capture capture =
        capture(
            new FakeOrigin(
                () -> {
                  throw new IOException("no");
                },
                new RetryPolicy(
                    9,
                    failures -> {
                      failed.countDown();
                      return Duration.ofHours(1);
                    })));
    Thread thread = new Thread(capture);
    thread.start();
    failed.await();
    capture.close();
    thread.join();
    assertTrue(capture.done().toCompletableFuture().isDone());
    assertEquals(0, ends.size());
  }

  @Test
  void isDoneWhereItIsClosedBeforeItRuns() {
    Capture capture = capture(new FakeOrigin(() -> null, new RetryPolicy(0, f -> Duration.ZERO)));
    capture.close();
    assertTrue(capture.done().toCompletableFuture().isDone());
    capture.run();
    assertEquals(0, ends.size());
  }

  @Test
  void waitsTwiceAsLongEachTimeUpToTheMost() {
    CaptureLimits limits =
        CaptureLimits.of(
            Sources.settings(
                Map.of(
                    "SIGHTLINE_MEDIA_SOURCES_RETRY_DELAY", "0.5",
                    "SIGHTLINE_MEDIA_SOURCES_RETRY_DELAY_MAX", "3")));
    List<Long> delays = new ArrayList<>();
    for (int failures : new int[] {1, 2, 3, 4, 1000}) {
      delays.add(limits.delay(failures).toMillis());
    }
    assertEquals(List.of(500L, 1000L, 2000L, 3000L, 3000L), delays);
  }

  /** Opens and never shows more than what {@code next} gives. */
  private record FakeOrigin(Next next, RetryPolicy retries) implements VideoOrigin {
    interface Next {
      DecodedPicture get() throws IOException;
    }

    @Override
    public VideoStream stream() {
      return new VideoStream() {
        @Override
        public void open() {}

        @Override
        public DecodedPicture next() throws IOException {
          return next.get();
        }

        @Override
        public void interrupt() {}

        @Override
        public void close() {}
      };
    }
  }
}
