package io.sightline.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.model.ModelStore;
import io.sightline.settings.ReferenceFile;
import io.sightline.vision.Attribute;
import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.vision.Image;
import io.sightline.vision.ImageScope;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.bytedeco.opencv.global.opencv_core;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The workflows that come with the server, with the models that do")
class SamplesTest {
  private static ModelStore models;
  private static WorkflowEngine engine;

  @BeforeAll
  static void load() {
    models = new ModelStore(new ReferenceFile(Map.of()).settings());
    engine =
        new WorkflowEngine(
            new ReferenceFile(Map.of()).settings(),
            type -> type == ModelStore.class ? models : null,
            Runnable::run);
  }

  @AfterAll
  static void close() {
    models.close();
  }

  /** Runs so many frames; {@code check} looks at each frame and its outputs. */
  private static void run(
      String document, Film film, int frames, BiConsumer<Image, Map<String, Object>> check) {
    try (film;
        Workflow workflow = engine.compile(document, "image")) {
      Parameters parameters = workflow.bind(Map.of());
      for (int i = 0; i < frames; i++) {
        try (ImageScope scope = new ImageScope(Fixture.POOL)) {
          Image frame = film.next(scope);
          WorkflowResult result = workflow.run(frame, parameters, scope);
          assertEquals(List.of(), result.errors());
          assertEquals(
              "annotated_image", result.outputs().keySet().iterator().next(), "the picture first");
          Image picture = (Image) result.outputs().get("annotated_image");
          assertEquals(frame.width(), picture.width());
          assertEquals(frame.height(), picture.height());
          check.accept(frame, result.outputs());
        }
      }
    }
  }

  private static String sample(String id) {
    return Samples.all().get(id);
  }

  private static boolean drawn(Image frame, Map<String, Object> outputs) {
    Image picture = (Image) outputs.get("annotated_image");
    return opencv_core.norm(frame.pixels(), picture.pixels()) > 100;
  }

  private static Detections detections(Map<String, Object> outputs, String name) {
    return (Detections) outputs.get(name);
  }

  @Test
  void allHaveATitleAndCompile() {
    List<StoredWorkflow> stored = engine.store().list();
    assertEquals(Samples.ids().size(), new TreeSet<>(Samples.ids()).size());
    assertEquals(
        new TreeSet<>(Samples.ids()),
        new TreeSet<>(stored.stream().map(StoredWorkflow::id).toList()));
    for (StoredWorkflow sample : stored) {
      assertNull(sample.error(), sample.id());
      assertFalse(sample.title().isBlank(), sample.id());
      engine.compile(sample(sample.id()), "image").close();
    }
  }

  @Test
  void detection() throws IOException {
    run(
        sample("detection"),
        Film.square(0, 0),
        2,
        (frame, outputs) -> {
          Detections found = detections(outputs, "predictions");
          assertTrue(found.size() >= 5, found::toString);
          assertEquals(found.size(), outputs.get("count"));
          assertTrue(drawn(frame, outputs));
        });
  }

  @Test
  void trackingKeepsItsIdentities() throws IOException {
    TreeSet<Integer> identities = new TreeSet<>();
    int[] most = {0};
    run(
        sample("tracking"),
        Film.square(0, 3),
        6,
        (frame, outputs) -> {
          Detections tracked = detections(outputs, "tracked");
          tracked.forEach(d -> identities.add(d.trackerId()));
          most[0] = Math.max(most[0], tracked.size());
          assertTrue(drawn(frame, outputs));
        });
    assertTrue(most[0] >= 4, "most at once: " + most[0]);
    assertTrue(identities.size() <= most[0] + 3, identities::toString);
  }

  @Test
  void lineCountingCountsWhoCrosses() throws IOException {
    int[] counts = {0, 0};
    run(
        sample("line-counting"),
        Film.square(0, 6),
        9,
        (frame, outputs) -> {
          counts[0] = (int) outputs.get("in");
          counts[1] = (int) outputs.get("out");
          assertTrue(drawn(frame, outputs));
        });
    assertTrue(counts[0] + counts[1] >= 1, "nobody");
    assertTrue(counts[0] == 0 || counts[1] == 0, "all go the same way");
  }

  @Test
  void timeInZoneGrows() throws IOException {
    double[] longest = {0};
    run(
        sample("time-in-zone"),
        Film.square(0, 2),
        6,
        (frame, outputs) -> {
          for (Detection detection : detections(outputs, "in_zone")) {
            double time = (double) detection.attributes().get(Attribute.TIME_IN_ZONE);
            longest[0] = Math.max(longest[0], time);
          }
        });
    assertEquals(0.5, longest[0], 0.01);
  }

  @Test
  void blurringPeopleLeavesTheRest() throws IOException {
    run(
        sample("blurring-people"),
        Film.square(0, 0),
        1,
        (frame, outputs) -> {
          assertTrue((int) outputs.get("count") >= 4, outputs::toString);
          assertTrue(drawn(frame, outputs));
          Image picture = (Image) outputs.get("annotated_image");
          assertEquals(frame.pixels().ptr(5, 5).get(), picture.pixels().ptr(5, 5).get());
        });
  }

  @Test
  void textDirectionClassifiesEachLine() {
    run(
        sample("text-direction"),
        Film.sign(),
        2,
        (frame, outputs) -> {
          Detections lines = detections(outputs, "directions");
          assertEquals(2, lines.size());
          lines.forEach(line -> assertEquals("upright", line.className()));
          assertEquals(2, ((List<?>) outputs.get("crops")).size());
          assertTrue(drawn(frame, outputs));
        });
  }

  @Test
  void readingTextSaysWhatIsWritten() {
    run(
        sample("reading-text"),
        Film.sign(),
        2,
        (frame, outputs) -> {
          String text = (String) outputs.get("text");
          assertTrue(text.contains("SIGHTLINE") && text.contains("GATE42"), text);
          assertEquals(2, detections(outputs, "lines").size());
          assertTrue(drawn(frame, outputs));
        });
  }

  @Test
  void motionGateOpensWhenSomethingMoves() throws IOException {
    int[] looked = {0};
    run(
        sample("motion-gate"),
        Film.square(31, 6),
        34,
        (frame, outputs) -> {
          boolean moves = (boolean) outputs.get("motion");
          assertEquals(moves, outputs.get("predictions") != null);
          assertEquals(moves, drawn(frame, outputs));
          looked[0] += moves ? 1 : 0;
        });
    assertTrue(looked[0] >= 1 && looked[0] <= 4, looked[0] + " frames");
  }

  @Test
  void countingOverTimeAnswersOnceInAnInterval() throws IOException {
    String seconds = "\"interval_unit\": \"seconds\",\n      \"interval\": 10";
    assertTrue(sample("counting-over-time").contains(seconds));
    String inRuns =
        sample("counting-over-time")
            .replace(seconds, "\"interval_unit\": \"runs\",\n      \"interval\": 4");
    int[] answers = {0};
    run(
        inRuns,
        Film.square(0, 2),
        4,
        (frame, outputs) -> {
          if (outputs.get("new_by_class") instanceof Map<?, ?> counts && !counts.isEmpty()) {
            answers[0]++;
            assertNotNull(counts.get("person"), counts::toString);
            assertTrue(((Number) outputs.get("most_at_once")).intValue() >= 4);
          }
        });
    assertEquals(1, answers[0]);
  }
}
