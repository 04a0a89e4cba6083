package io.sightline.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnnotatedVideoIT {
  private static final int BESIDE = 9;

  @Test
  @DisplayName("B-1: the annotated video arrives and goes on, with results whose frame ids rise")
  void bringsTheVideoBackAnnotatedWithResults() {
    try (Browser browser = Browser.playing("walking.mjpeg")) {
      SightlinePage page = browser.open(Address.ofThePage());
      page.startAndAwaitResults();

      long shown = page.shownPictures("annotated-video");
      Eventually.holds("pictures", () -> page.shownPictures("annotated-video") > shown + 10);
      assertEquals(
          4.0 / 3,
          page.video("annotated-video", "videoWidth")
              / page.video("annotated-video", "videoHeight"),
          0.01);

      long last = 0;
      for (int i = 0; i < 10; i++) {
        long id = page.frameId();
        assertTrue(id > last, "frame id " + id + " after " + last);
        last = id;
        page.awaitFrames(1);
      }
      assertEquals(0, page.knows("droppedResults").asInt());
    }
  }

  @Test
  @DisplayName("B-1: table, JSON and figures show what came")
  void showsResultsAndFigures() {
    try (Browser browser = Browser.playing("standing.mjpeg")) {
      SightlinePage page = browser.open(Address.ofThePage());
      page.startAndAwaitResults();

      Eventually.holds("persons in the table", () -> page.text("results-body").contains("person"));
      Eventually.holds(
          "JSON", () -> page.text("results-json").contains("\"serialized_output_data\""));
      for (String figure :
          List.of(
              "fps-in",
              "fps-processed",
              "fps-out",
              "latency-p50",
              "latency-p95",
              "dropped",
              "round-trip")) {
        Eventually.becomes(figure, () -> page.figure(figure), text -> text.matches("[\\d.,]+.*"));
      }
      Eventually.becomes(
          "sent",
          () -> page.figure("sent"),
          text -> text.matches("\\w+ · 640 × 480 · [\\d.]+ [kM]bit/s"));
    }
  }

  @Test
  @DisplayName("B-2: boxes are drawn where the results say, in the colour of their class")
  void drawsBoxesWhereTheResultsSay() {
    try (Browser browser = Browser.playing("standing.mjpeg")) {
      SightlinePage page = browser.open(Address.ofThePage());
      page.startAndAwaitResults();
      page.awaitFrames(30);

      List<Double> seen =
          Eventually.becomes(
              "outlines", () -> shares(page.snapshot(), 0), AnnotatedVideoIT::areDrawn);
      assertFalse(seen.isEmpty());
      List<Double> beside = shares(page.snapshot(), BESIDE);
      assertTrue(average(beside) < 0.35, "the same colour beside the boxes: " + beside);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"VP8", "VP9", "H264", "AV1"})
  @DisplayName("B-1: every codec that this browser offers brings the video back")
  void speaksEveryCodec(String codec) {
    try (Browser browser = Browser.playing("walking.mjpeg")) {
      SightlinePage page = browser.open(Address.ofThePage());
      page.choose("codec", codec);
      assumeTrue(codec.equals(page.value("codec")), "the browser has no " + codec);
      page.startAndAwaitResults();
      Eventually.becomes("codec", () -> page.figure("sent"), text -> text.startsWith(codec + " "));
      Eventually.holds("pictures", () -> page.shownPictures("annotated-video") > 10);
    }
  }

  @Test
  @DisplayName("B-1: in every-frame mode the receiver's acknowledgements keep the results coming")
  void processesEveryFrameWhenAsked() {
    try (Browser browser = Browser.playing("walking.mjpeg")) {
      SightlinePage page = browser.open(Address.ofThePage());
      page.choose("mode", "every");
      page.startAndAwaitResults();
      long first = page.frameId();
      long count = page.frames();
      page.awaitFrames(30);
      long span = page.frameId() - first;
      assertTrue(span <= page.frames() - count + 1, "frame ids have gaps: " + span);
    }
  }

  private static List<Double> shares(Snapshot snapshot, int outwards) {
    if (snapshot.width() != snapshot.picture().getWidth()) {
      return List.of();
    }
    return snapshot.boxes().stream()
        .map(box -> new BoxEdges(snapshot.picture(), box))
        .filter(BoxEdges::canBeChecked)
        .map(edges -> edges.share(outwards))
        .toList();
  }

  private static boolean areDrawn(List<Double> shares) {
    return !shares.isEmpty()
        && shares.stream().allMatch(share -> share > 0.5)
        && average(shares) > 0.7;
  }

  private static double average(List<Double> shares) {
    return shares.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }
}
