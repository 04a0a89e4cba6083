package io.sightline.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LiveChangesIT {
  private Browser browser;
  private SightlinePage page;

  @BeforeEach
  void startASession() {
    browser = Browser.playing("standing.mjpeg");
    page = browser.open(Address.ofThePage());
    page.startAndAwaitResults();
  }

  @AfterEach
  void closeTheBrowser() {
    browser.close();
  }

  @Test
  @DisplayName("B-3: the results hold the outputs that were chosen last")
  void changesTheDataOutputsWhileItRuns() {
    Eventually.becomes(
        "everything", this::outputs, names -> names.containsAll(List.of("predictions", "count")));

    page.choose("data-output", "count");
    Eventually.becomes("the count alone", this::outputs, List.of("count")::equals);

    page.choose("data-output", "");
    Eventually.becomes("frame facts alone", this::outputs, List::isEmpty);
    assertTrue(page.result().path("video_metadata").path("width").asInt() > 0);

    page.choose("data-output", "*");
    Eventually.becomes("everything again", this::outputs, names -> names.contains("predictions"));
  }

  @Test
  @DisplayName("B-3: a refused output is explained and the one that held stays")
  void keepsTheOutputWhenTheNewOneIsRefused() {
    page.choose("data-output", "count");
    Eventually.becomes("the count alone", this::outputs, List.of("count")::equals);

    page.choose("data-output", "other");
    page.set("data-output-names", "nonsense");

    Eventually.becomes(
        "a notice", () -> page.text("notice"), text -> text.contains("no such output"));
    assertEquals("running", page.state());
    assertEquals("count", page.value("data-output"));
    assertEquals(List.of("count"), outputs());
  }

  @Test
  @DisplayName("B-3: the confidence is a parameter of the running workflow")
  void raisesTheConfidenceWhileItRuns() {
    Eventually.holds("detections", () -> confidences().size() > 1);
    double threshold = 0.9;

    page.set("confidence", String.valueOf(threshold));

    Eventually.becomes(
        "sure detections only",
        this::confidences,
        seen -> seen.stream().allMatch(c -> c >= threshold));
    assertFalse(page.text("notice").contains("problem"), page.text("notice"));
  }

  @Test
  @DisplayName("B-4: a paused session brings no results, a resumed one goes on counting")
  void pausesAndResumes() {
    page.click("pause");
    page.awaitState("paused");
    assertEquals("Resume", page.text("pause"));
    page.awaitQuiet();
    long last = page.frameId();
    Eventually.pause(Duration.ofMillis(1500));
    assertEquals(last, page.frameId(), "a result came while paused");

    page.click("pause");
    page.awaitState("running");
    page.awaitFrames(5);
    assertTrue(page.frameId() > last);
  }

  @Test
  @DisplayName("B-4: a stopped session ends, and the next one starts from frame one")
  void stopsAndStartsAgain() {
    page.awaitFrames(20);
    page.click("stop");
    page.awaitState("ended");
    assertEquals("start", page.focused());
    assertEquals(0, page.video("annotated-video", "videoWidth"));

    page.start();
    page.awaitState("running");
    Eventually.becomes("a low frame id", page::frameId, id -> id >= 1);
    assertTrue(page.frames() <= page.frameId());
  }

  @Test
  @DisplayName("B-5: the frame size changes in mid-stream and the video goes on at the new size")
  void survivesAChangeOfSize() {
    for (int width : List.of(320, 640)) {
      page.choose("size", width == 320 ? "320x240" : "640x480");
      Eventually.becomes(
          "frames of " + width,
          () -> page.result().at("/video_metadata/width").asInt(),
          seen -> seen == width);
      Eventually.becomes(
          "video of " + width,
          () -> page.video("annotated-video", "videoWidth"),
          seen -> seen == width);
      page.awaitFrames(10);
    }
    assertEquals("running", page.state());
  }

  @Test
  @DisplayName("B-5: another source takes over the running session")
  void changesTheSourceWhileItRuns() {
    page.choose("source", "sample");
    Eventually.becomes(
        "frames of the clip",
        () -> page.result().at("/video_metadata/width").asInt(),
        seen -> seen == 768);
    page.awaitFrames(5);
    assertEquals("running", page.state());
  }

  private List<String> outputs() {
    List<String> names = new ArrayList<>();
    page.result().path("serialized_output_data").fieldNames().forEachRemaining(names::add);
    return names;
  }

  private List<Double> confidences() {
    List<Double> values = new ArrayList<>();
    for (JsonNode p : page.result().at("/serialized_output_data/predictions/predictions")) {
      values.add(p.path("confidence").asDouble());
    }
    return values;
  }
}
