package io.sightline.workflow.blocks.trackers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sightline.vision.Detections;
import io.sightline.vision.Image;
import io.sightline.vision.ImagePool;
import io.sightline.vision.ImageScope;
import io.sightline.vision.VideoMetadata;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.Test;

class CameraMotionTest {
  private static final ImagePool POOL = new ImagePool(4);
  private static final VideoMetadata VIDEO =
      new VideoMetadata("v", 1, Instant.EPOCH, 30.0, null, null);

  /** Rectangles and dots, all moved by the camera. */
  private static Image picture(ImageScope scope, int dx, int dy) {
    Random random = new Random(3);
    Mat pixels = POOL.take(320, 240, 3);
    pixels.put(Scalar.all(90));
    for (int i = 0; i < 150; i++) {
      int x = random.nextInt(360) - 20 + dx;
      int y = random.nextInt(280) - 20 + dy;
      try (Point from = new Point(x, y);
          Point to = new Point(x + 8 + random.nextInt(24), y + 8 + random.nextInt(24));
          Scalar color = Scalar.all(random.nextInt(256))) {
        opencv_imgproc.rectangle(pixels, from, to, color, -1, 8, 0);
        opencv_imgproc.circle(pixels, from, 3, color, -1, 8, 0);
      }
    }
    return scope.adopt(Image.frame(pixels, POOL, "image", VIDEO));
  }

  private static void findsTheShift(CameraMotion camera, double tolerance) {
    Detections none = new Detections(List.of(), 0, 0);
    try (camera;
        ImageScope scope = new ImageScope(POOL)) {
      double[] still = {1, 0, 0, 0, 1, 0};
      assertArrayEquals(still, camera.estimate(picture(scope, 0, 0), none, new Indices()));
      double[] moved = camera.estimate(picture(scope, 12, -8), none, new Indices());
      assertArrayEquals(new double[] {1, 0, 12, 0, 1, -8}, moved, tolerance);
    }
  }

  @Test
  void opticalFlowFindsTheShift() {
    findsTheShift(new FlowMotion(2), 0.5);
  }

  @Test
  void correlationFindsTheShift() {
    findsTheShift(new CorrelationMotion(2), 1);
  }

  @Test
  void featuresFindTheShift() {
    findsTheShift(FeatureMotion.orb(1), 0.5);
    findsTheShift(FeatureMotion.sift(2), 0.5);
  }

  @Test
  void anEvenOrTinyOrResizedPictureTellsNothing() {
    Detections none = new Detections(List.of(), 0, 0);
    for (CameraMotion camera :
        List.of(
            new FlowMotion(2),
            new CorrelationMotion(4),
            FeatureMotion.orb(2),
            FeatureMotion.sift(1000))) {
      try (camera;
          ImageScope scope = new ImageScope(POOL)) {
        for (int side : new int[] {64, 64, 1, 1, 33}) {
          Mat pixels = POOL.take(side, side, 1);
          pixels.put(Scalar.all(90));
          Image image = scope.adopt(Image.frame(pixels, POOL, "image", VIDEO));
          double[] affine = camera.estimate(image, none, new Indices());
          assertEquals(1, affine[0], 1e-3, camera.getClass().getSimpleName());
          assertEquals(0, affine[2], 1e-3, camera.getClass().getSimpleName());
        }
      }
    }
  }

  @Test
  void anObjectKeepsItsIdentityWhileTheCameraMoves() {
    assertEquals(List.of(0, 0), identities(new FlowMotion(2)));
    assertEquals(List.of(0), identities(null));
  }

  /** The camera jumps by more than the object is wide. */
  private static List<Integer> identities(CameraMotion camera) {
    List<Integer> ids = new ArrayList<>();
    try (BotSortTracker tracker =
            new BotSortTracker(
                new BotSortSettings(0.2, 0.5, 0.3, 1, 30, 0.7, 0.6, true),
                new IdCounter(),
                camera);
        ImageScope scope = new ImageScope(POOL)) {
      for (int dx : new int[] {0, 15}) {
        Detections frame = Replay.frame(Replay.detection(0, 100 + dx, 100, 112 + dx, 112, 0.9));
        Identities out = new Identities();
        tracker.update(frame, picture(scope, dx, 0), out);
        for (int i = 0; i < out.size(); i++) {
          ids.add(out.id(i));
        }
      }
    }
    return ids;
  }
}
