package io.sightline.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sightline.settings.ReferenceFile;
import io.sightline.vision.BoundingBox;
import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.vision.Image;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The bundled model on real pictures")
class DefaultModelTest {
  private static final long SECONDS = 120;
  private static final DetectionOptions OPTIONS =
      new DetectionOptions(0.5f, 0.3f, 300, false, null);
  private static ModelStore store;
  private static Model model;

  @BeforeAll
  static void load() {
    store = new ModelStore(new ReferenceFile(Map.of()).settings());
    model = store.get("ssdlite-mobilenet-v2");
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @Test
  void findsThePeopleWhoWalk() {
    Image picture = Pictures.vtest();
    Detections found = model.detect(picture, OPTIONS);
    expect(found, "person", 0.9f, new BoundingBox(371, 183, 401, 272));
    expect(found, "person", 0.9f, new BoundingBox(580, 149, 614, 240));
    expect(found, "person", 0.85f, new BoundingBox(498, 151, 526, 221));
    expect(found, "car", 0.7f, new BoundingBox(726, 48, 768, 96));
    assertTrue(found.size() >= 6 && found.size() <= 10, found::toString);
    for (Detection detection : found) {
      assertTrue(List.of("person", "car").contains(detection.className()), found::toString);
    }
    picture.release();
  }

  @Test
  @DisplayName("N-7: boxes are in pixels of the picture, whatever its size")
  void findsTheSamePeopleOnALargerPicture() {
    Image picture = Pictures.vtest();
    Image larger = Pictures.scaled(picture, 1536, 1152);
    Detections found = model.detect(larger, OPTIONS);
    expect(found, "person", 0.85f, new BoundingBox(742, 366, 802, 544));
    expect(found, "person", 0.85f, new BoundingBox(1160, 298, 1228, 480));
    larger.release();
    picture.release();
  }

  @Test
  void findsNothingOnNoise() {
    for (int[] size : new int[][] {{1, 1, 3}, {1, 1, 1}, {3, 501, 3}, {641, 479, 1}}) {
      Image noise = Pictures.noise(size[0], size[1], size[2], 3);
      assertTrue(model.detect(noise, OPTIONS).isEmpty());
      noise.release();
    }
  }

  @Test
  @DisplayName("N-7: with no threshold at all, every box is whole pixels on the picture")
  void keepsEveryBoxOnThePicture() {
    Image picture = Pictures.vtest();
    DetectionOptions all = new DetectionOptions(0, 1, 5000, false, null);
    Detections found = model.detect(picture, all);
    assertTrue(found.size() > 1000);
    double last = 1;
    for (Detection detection : found) {
      BoundingBox box = detection.box();
      assertTrue(box.x1() >= 0 && box.y1() >= 0, box::toString);
      assertTrue(box.x2() <= 768 && box.y2() <= 576, box::toString);
      assertTrue(box.x2() > box.x1() && box.y2() > box.y1(), box::toString);
      assertEquals(Math.rint(box.x1()), box.x1());
      assertTrue(detection.confidence() <= last);
      last = detection.confidence();
    }
    picture.release();
  }

  @Test
  @DisplayName("N-2: many threads get what one gets")
  void answersManyThreadsAsOne() throws Exception {
    Image picture = Pictures.vtest();
    List<BoundingBox> expected = boxes(picture);
    ExecutorService threads = Executors.newFixedThreadPool(6);
    List<Future<?>> calls = new ArrayList<>();
    for (int t = 0; t < 6; t++) {
      calls.add(
          threads.submit(
              () -> {
                for (int i = 0; i < 5; i++) {
                  assertEquals(expected, boxes(picture));
                }
              }));
    }
    for (Future<?> call : calls) {
      call.get(SECONDS, TimeUnit.SECONDS);
    }
    threads.shutdown();
    picture.release();
  }

  private static List<BoundingBox> boxes(Image picture) {
    return model.detect(picture, OPTIONS).items().stream().map(Detection::box).toList();
  }

  @Test
  void findsBicycleDogAndCar() throws IOException {
    Detections found = detect("dog.jpg", 0.7f);
    expect(found, "bicycle", 0.955f, new BoundingBox(140, 117, 568, 430));
    expect(found, "dog", 0.86f, new BoundingBox(131, 218, 314, 540));
    expect(found, "car", 0.87f, new BoundingBox(460, 80, 691, 172));
    assertEquals(3, found.size());
  }

  @Test
  void findsBothPersons() throws IOException {
    Detections found = detect("zidane.jpg", 0.7f);
    expect(found, "person", 0.93f, new BoundingBox(744, 40, 1153, 710));
    expect(found, "person", 0.88f, new BoundingBox(81, 188, 1103, 713));
    assertEquals(2, found.size());
  }

  private static Detections detect(String name, float confidence) throws IOException {
    Path file = Pictures.SHARED.resolve("media").resolve(name);
    assumeTrue(Files.exists(file), () -> file + " is not beside this checkout");
    Image picture = Pictures.read(file);
    DetectionOptions options = new DetectionOptions(confidence, 0.3f, 300, false, null);
    Detections found = model.detect(picture, options);
    picture.release();
    return found;
  }

  private static void expect(Detections found, String name, float score, BoundingBox place) {
    assertTrue(
        found.items().stream()
            .anyMatch(
                d ->
                    d.className().equals(name)
                        && d.confidence() >= score
                        && d.box().iou(place) > 0.8),
        () -> "no %s at %s: %s".formatted(name, place, found));
  }
}
