package io.sightline.vision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("V-1: a scope releases what a frame's work created")
class ImageScopeTest {
  private final ImagePool pool = new ImagePool(4);
  private final Image frame =
      Image.frame(
          pool.take(8, 6, 3),
          pool,
          "image",
          new VideoMetadata("camera", 7, Instant.EPOCH, 30.0, null, false));

  @AfterEach
  void close() {
    frame.release();
    pool.close();
  }

  @Test
  void givesEveryPictureBackWhenItCloses() {
    ImageScope scope = new ImageScope(pool);
    scope.create(frame, 8, 6, 3);
    scope.create(frame, 4, 4, 1);
    assertEquals(0, pool.idle());
    scope.close();
    scope.close();
    assertEquals(2, pool.idle());
  }

  @Test
  void leavesToOthersWhatTheyRetained() {
    Image kept;
    try (ImageScope scope = new ImageScope(pool)) {
      kept = scope.create(frame, 8, 6, 3).retain();
    }
    assertEquals(0, pool.idle());
    kept.release();
    assertEquals(1, pool.idle());
  }

  @Test
  void takesOneReferenceOver() {
    try (ImageScope scope = new ImageScope(pool)) {
      assertSame(frame, scope.adopt(frame.retain()));
    }
    assertEquals(8, frame.width());
    frame.retain().release();
  }

  @Test
  void createsAtThePlaceAndTimeOfAnother() {
    try (ImageScope scope = new ImageScope(pool)) {
      Image created = scope.create(frame, 5, 4, 1);
      assertEquals(5, created.width());
      assertEquals(4, created.height());
      assertEquals(1, created.channels());
      assertEquals(frame.parent(), created.parent());
      assertEquals(frame.root(), created.root());
      assertSame(frame.video(), created.video());
    }
  }

  @Test
  void copiesPixels() {
    frame.pixels().data().put((byte) 42);
    try (ImageScope scope = new ImageScope(pool)) {
      Image copy = scope.copy(frame);
      assertNotSame(frame.pixels(), copy.pixels());
      frame.pixels().data().put((byte) 7);
      assertEquals(42, copy.pixels().data().get());
    }
  }

  @Test
  void wrapsPixelsComputedElsewhere() {
    Mat computed = new Mat(3, 2, 0);
    ImageScope scope = new ImageScope(pool);
    Image wrapped = scope.wrap(frame, computed);
    assertSame(computed, wrapped.pixels());
    assertEquals(frame.root(), wrapped.root());
    scope.close();
    assertEquals(0, pool.idle());
    assertThrows(IllegalStateException.class, wrapped::retain);
  }
}
