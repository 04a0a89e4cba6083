package io.sightline.vision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("V-1: pictures' memory is pooled")
class ImagePoolTest {
  @Test
  void handsOutTheSizeThatWasAskedFor() {
    try (ImagePool pool = new ImagePool(2);
        Mat mat = pool.take(7, 5, 3)) {
      assertEquals(7, mat.cols());
      assertEquals(5, mat.rows());
      assertEquals(3, mat.channels());
    }
  }

  @Test
  void handsOutAgainWhatCameBack() {
    try (ImagePool pool = new ImagePool(2)) {
      Mat mat = pool.take(7, 5, 3);
      pool.give(mat);
      assertSame(mat, pool.take(7, 5, 3));
      assertEquals(0, pool.idle());
      mat.close();
    }
  }

  @ParameterizedTest
  @CsvSource({"5, 7, 3", "7, 5, 1", "8, 5, 3"})
  void doesNotHandOutAnotherSize(int width, int height, int channels) {
    try (ImagePool pool = new ImagePool(2)) {
      Mat mat = pool.take(7, 5, 3);
      pool.give(mat);
      try (Mat other = pool.take(width, height, channels)) {
        assertNotSame(mat, other);
      }
      assertEquals(1, pool.idle());
    }
  }

  @Test
  void letsTheOldestSizeGoBeyondItsBound() {
    try (ImagePool pool = new ImagePool(2)) {
      Mat oldest = pool.take(1, 1, 3);
      Mat second = pool.take(2, 2, 3);
      Mat third = pool.take(3, 3, 3);
      pool.give(oldest);
      pool.give(second);
      pool.give(third);
      assertEquals(2, pool.idle());
      assertTrue(oldest.isNull());
      assertFalse(second.isNull());
    }
  }

  @Test
  void letsASizeGoThatIsNotAskedForAnyMore() {
    try (ImagePool pool = new ImagePool(4)) {
      List<Mat> large = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        large.add(pool.take(100, 100, 3));
      }
      large.forEach(pool::give);
      for (int i = 0; i < 40; i++) {
        pool.give(pool.take(10, 10, 3));
      }
      assertEquals(4, pool.idle(), "kept for a while");
      for (int i = 0; i < 40; i++) {
        pool.give(pool.take(10, 10, 3));
      }
      assertEquals(1, pool.idle());
      assertEquals(1, pool.held());
      assertEquals(300, pool.heldBytes());
    }
  }

  @Test
  void freesWhatIsIdleAndWhatComesBackOnceClosed() {
    ImagePool pool = new ImagePool(2);
    Mat idle = pool.take(4, 4, 3);
    Mat lent = pool.take(4, 4, 3);
    pool.give(idle);
    pool.close();
    pool.close();
    assertTrue(idle.isNull());
    assertFalse(lent.isNull());
    pool.give(lent);
    assertTrue(lent.isNull());
    assertEquals(0, pool.idle());
  }

  @ParameterizedTest
  @CsvSource({"0, 5, 3", "5, -1, 3", "5, 5, 2", "5, 5, 4"})
  void refusesWhatIsNoPicture(int width, int height, int channels) {
    try (ImagePool pool = new ImagePool(2)) {
      VisionException e =
          assertThrows(VisionException.class, () -> pool.take(width, height, channels));
      assertTrue(e.getMessage().endsWith("not %dx%dx%d".formatted(width, height, channels)));
    }
  }

  @Test
  void neverLendsTheSameMemoryTwice() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try (ImagePool pool = new ImagePool(3)) {
      List<Future<?>> users = new ArrayList<>();
      for (int t = 0; t < 4; t++) {
        byte mark = (byte) (t + 1);
        users.add(
            threads.submit(
                () -> {
                  Random random = new Random(mark);
                  for (int i = 0; i < 2000; i++) {
                    Mat mat = pool.take(2 + random.nextInt(2), 2, 3);
                    mat.data().put(mark);
                    Thread.yield();
                    assertEquals(mark, mat.data().get());
                    pool.give(mat);
                  }
                }));
      }
      for (Future<?> user : users) {
        user.get(60, TimeUnit.SECONDS);
      }
      assertTrue(pool.idle() <= 3);
    } finally {
      threads.shutdown();
    }
  }
}
