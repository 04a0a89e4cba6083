package io.sightline.vision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("V-1: a picture lives until its last reference is released")
class ImageTest {
  private static final VideoMetadata VIDEO =
      new VideoMetadata("camera", 7, Instant.EPOCH, 30.0, null, false);
  private final ImagePool pool = new ImagePool(4);

  @AfterEach
  void close() {
    pool.close();
  }

  private Image frame(Mat pixels) {
    return Image.frame(pixels, pool, "image", VIDEO);
  }

  @Test
  void aFrameIsItsOwnOrigin() {
    Image frame = frame(pool.take(8, 6, 3));
    assertEquals(8, frame.width());
    assertEquals(6, frame.height());
    assertEquals(3, frame.channels());
    assertEquals(new ImageOrigin("image", 0, 0, 8, 6), frame.parent());
    assertEquals(frame.parent(), frame.root());
    assertSame(VIDEO, frame.video());
    frame.release();
  }

  @Test
  void givesItsPixelsBackWithTheLastReference() {
    Image frame = frame(pool.take(8, 6, 3));
    assertSame(frame, frame.retain());
    frame.release();
    assertEquals(0, pool.idle());
    frame.release();
    assertEquals(1, pool.idle());
  }

  @Test
  void refusesToBeKeptOrReleasedOnceGone() {
    Image frame = frame(pool.take(8, 6, 3));
    frame.release();
    assertThrows(IllegalStateException.class, frame::retain);
    assertThrows(IllegalStateException.class, frame::release);
    assertEquals(1, pool.idle());
  }

  @Test
  void aViewUnderAnotherOriginKeepsThePixels() {
    Image frame = frame(pool.take(8, 6, 3));
    ImageOrigin origin = new ImageOrigin("crop", 2, 1, 20, 20);
    Image view = frame.withOrigin(origin, ImageOrigin.whole("root", 40, 40), VIDEO);
    assertSame(frame.pixels(), view.pixels());
    assertEquals(origin, view.parent());
    assertEquals("root", view.root().id());
    frame.release();
    assertEquals(0, pool.idle());
    view.release();
    assertEquals(1, pool.idle());
    assertThrows(IllegalStateException.class, frame::retain);
  }

  @Test
  void freesPixelsThatBelongToNoPool() {
    ImageScope scope = new ImageScope(pool);
    Image frame = scope.adopt(frame(pool.take(8, 6, 3)));
    Mat computed = new Mat(3, 3, 0);
    Image wrapped = scope.wrap(frame, computed).retain();
    scope.close();
    assertFalse(computed.isNull());
    wrapped.release();
    assertTrue(computed.isNull());
  }

  @Test
  void countsReferencesOfManyThreads() throws Exception {
    Image frame = frame(pool.take(8, 6, 3));
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<Future<?>> users = new ArrayList<>();
    for (int t = 0; t < 4; t++) {
      users.add(
          threads.submit(
              () -> {
                for (int i = 0; i < 10_000; i++) {
                  frame.retain();
                  frame.release();
                }
              }));
    }
    for (Future<?> user : users) {
      user.get(60, TimeUnit.SECONDS);
    }
    threads.shutdown();
    assertEquals(0, pool.idle());
    frame.release();
    assertEquals(1, pool.idle());
  }
}
