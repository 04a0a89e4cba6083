package io.sightline.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WorkflowsTabIT {
  private static final String RIGHT = "The document is well-formed.";

  private Browser browser;
  private SightlinePage page;

  @BeforeEach
  void openTheTab() {
    browser = Browser.playing("standing.mjpeg");
    page = browser.open(Address.ofThePage());
    page.click("tab-workflows");
    Eventually.becomes("a checked document", () -> page.text("workflow-state"), RIGHT::equals);
  }

  @AfterEach
  void closeTheBrowser() {
    browser.close();
  }

  @Test
  @DisplayName("B-9: a document runs on the camera with one click, its parameters are fields")
  void runsADocumentWithItsParameters() {
    page.set("workflow-pick", "default-workflow");
    Eventually.becomes("a checked document", () -> page.text("workflow-state"), RIGHT::equals);
    page.click("workflow-run");
    page.awaitState("running");
    page.awaitFrames(5);
    assertEquals("default-workflow", page.text("workflow-chosen"));
    Eventually.holds("detections", () -> confidences().size() > 1);

    page.set("parameter-0", "0.9");

    Eventually.becomes(
        "sure detections only", this::confidences, seen -> seen.stream().allMatch(c -> c >= 0.9));
    assertTrue(page.text("running-graph").contains("model"), page.text("running-graph"));
  }

  @Test
  @DisplayName("B-9: the faulty line is marked while one types, and a faulty document does not run")
  void marksTheFaultyLine() {
    assertEquals("default-workflow", page.value("workflow-pick"));
    page.edit(page.document().replace("\"$inputs.image\"", "\"$inputs.nope\""));
    Eventually.becomes(
        "the fault",
        () -> page.text("workflow-faults"),
        text -> text.matches("(?s)Line \\d+, \\w+: images: Invalid reference to \\$inputs.nope.*"));
    assertFalse(page.enabled("workflow-run"));
    Eventually.becomes("one faulty line", () -> page.count(".CodeMirror .faulty"), n -> n == 1);
    Eventually.becomes("one faulty step", () -> page.count("#workflow-graph .failed"), n -> n == 1);

    page.edit(page.document().replace("$inputs.nope", "$inputs.image"));
    Eventually.becomes("a checked document", () -> page.text("workflow-state"), RIGHT::equals);
    page.edit(page.document().replaceFirst("\"selector\"", "\"selektor\""));
    Eventually.becomes(
        "the fault",
        () -> page.text("workflow-faults"),
        text -> text.matches("Line (?!1:)\\d+: outputs\\.0\\.selector: Field required"));

    page.edit(page.document().replace("selektor", "selector").replaceFirst("\"1.0\"", "\"7.0\""));
    Eventually.becomes(
        "the fault",
        () -> page.text("workflow-faults"),
        text -> text.startsWith("Line 2: Workflow definition requested Execution Engine"));

    String document = page.document().replaceFirst("\"7.0\"", "\"1.0\"");
    page.edit(document.replaceFirst("\"name\": \"boxes\"", "\"name\": \"model\""));
    Eventually.becomes(
        "the fault",
        () -> page.text("workflow-faults"),
        text -> text.matches("Line (?!1:)\\d+: Found duplicated input steps names: model"));

    page.edit(document.replace("$steps.model.predictions", "$inputs.image"));
    Eventually.becomes(
        "the fault",
        () -> page.text("workflow-faults"),
        text -> text.contains("regarding property: predictions"));
    assertTrue(page.text("workflow-faults").matches(placeOf("\"predictions\": \"$inputs.image\"")));

    page.edit(document.replace("$inputs.image", "$steps.labels.image"));
    Eventually.becomes(
        "the fault", () -> page.text("workflow-faults"), text -> text.contains("Detected cycle"));
    assertFalse(
        page.text("workflow-faults").matches("(?s).*Line 1[:,].*"), page.text("workflow-faults"));
    Eventually.holds("faulty steps", () -> page.count("#workflow-graph .failed") > 1);

    page.edit("{\"version\": ");
    Eventually.becomes(
        "the fault",
        () -> page.text("workflow-faults"),
        "Line 1: The document ends too early."::equals);
  }

  /** A list of faults that begins with one in the line of these words. */
  private String placeOf(String words) {
    String before = page.document().substring(0, page.document().indexOf(words));
    return "(?s)Line %d, .*".formatted(before.lines().count());
  }

  @Test
  @DisplayName("B-9: a model that the server does not have is a warning, and the run says so, too")
  void warnsOfAModelThatIsNotHere() {
    page.edit(page.document().replaceFirst("\"model_id\": \"[^\"]+\"", "\"model_id\": \"nope/3\""));
    Eventually.becomes(
        "the warning",
        () -> page.text("workflow-faults"),
        text -> text.matches("Line (?!1:)\\d+, model: This server has no model 'nope/3'.*"));
    assertTrue(page.text("workflow-faults").contains("ssdlite-mobilenet-v2"));
    assertTrue(page.enabled("workflow-run"));

    page.click("workflow-run");
    page.awaitState("error");
    assertEquals("default-workflow, changed", page.text("workflow-chosen"));
    assertTrue(page.text("error").contains("step 'model'"), "the details are open");
    page.click("tab-workflows");
    Eventually.becomes(
        "the reason",
        () -> page.text("workflow-faults"),
        text -> text.matches("Line (?!1:)\\d+, model: ModelNotFound: step 'model'.*"));
  }

  @Test
  @DisplayName("B-9: a step that the settings forbid is told before the run")
  void tellsAStepThatTheSettingsForbid() {
    page.edit(
        """
        {"version": "1.0", "inputs": [{"type": "WorkflowImage", "name": "image"}],
         "steps": [{"type": "roboflow_core/environment_secrets_store@v1", "name": "secrets",
                    "variables_storing_secrets": ["PATH"]}],
         "outputs": []}\
        """);
    Eventually.becomes(
        "the fault",
        () -> page.text("workflow-faults"),
        text -> text.matches("Line 2, secrets: .*sightline.workflow.secrets.variables.*"));
    assertFalse(page.enabled("workflow-run"));
  }

  @Test
  @DisplayName(
      "B-9: a step that fails on the newest frame is red, and the others go on over frames")
  void lightsTheStepThatFails() {
    page.edit(
        """
        {"version": "1.0", "inputs": [{"type": "WorkflowImage", "name": "image"}],
         "steps": [
          {"type": "roboflow_core/roboflow_object_detection_model@v2", "name": "model", "images": "$inputs.image",
           "model_id": "ssdlite-mobilenet-v2"},
          {"type": "roboflow_core/byte_tracker@v3", "name": "tracker", "image": "$inputs.image",
           "detections": "$steps.model.predictions"},
          {"type": "roboflow_core/time_in_zone@v2", "name": "timer", "image": "$inputs.image",
           "detections": "$steps.tracker.tracked_detections", "zone": [[0, 0], [2000, 0], [2000, 2000], [0, 2000]]},
          {"type": "roboflow_core/line_counter@v2", "name": "line", "image": "$inputs.image",
           "detections": "$steps.tracker.tracked_detections", "line_segment": [[0, 0], [0, 10]]},
          {"type": "roboflow_core/property_definition@v1", "name": "divided", "data": "$steps.model.predictions",
           "operations": [{"type": "SequenceLength"}, {"type": "Divide", "other": 0}]}],
         "outputs": [{"type": "JsonField", "name": "predictions", "selector": "$steps.timer.timed_detections"},
                     {"type": "JsonField", "name": "in", "selector": "$steps.line.count_in"},
                     {"type": "JsonField", "name": "divided", "selector": "$steps.divided.output"}]}\
        """);
    Eventually.becomes("a checked document", () -> page.text("workflow-state"), RIGHT::equals);
    page.click("workflow-run");
    page.awaitState("running");
    Eventually.becomes("one red step", () -> page.count("#running-graph .failed"), n -> n == 1);
    assertTrue(page.result().path("errors").toString().contains("step 'divided'"));
    Eventually.becomes("a second in the zone", this::longestTime, seconds -> seconds > 1);
    double before = longestTime();
    Eventually.becomes("more time in it", this::longestTime, seconds -> seconds > before);
    assertTrue(page.result().at("/serialized_output_data/in").isInt());
  }

  private double longestTime() {
    double longest = 0;
    for (JsonNode one : page.result().at("/serialized_output_data/predictions/predictions")) {
      longest = Math.max(longest, one.path("time_in_zone").asDouble());
    }
    return longest;
  }

  @Test
  @DisplayName("B-9: what Roboflow's platform exports is taken out of its wrapping")
  void unwrapsWhatWasExported() {
    String document = page.document();
    page.edit("{\"specification\": " + document + "}");
    Eventually.becomes("the document itself", page::document, document::equals);
    Eventually.becomes("a checked document", () -> page.text("workflow-state"), RIGHT::equals);

    page.edit("[]");
    Eventually.becomes(
        "the fault",
        () -> page.text("workflow-faults"),
        "Line 1: A workflow is an object with version, inputs, steps and outputs."::equals);
    page.edit("");
    Eventually.becomes(
        "a hint", () -> page.text("workflow-state"), text -> text.startsWith("Nothing here yet"));
    assertFalse(page.enabled("workflow-run"));
    assertEquals("", page.text("key-dialog"), "no key is asked for");
  }

  @Test
  @DisplayName("B-10: nothing is wider than a phone's screen")
  void fitsAPhone() {
    page.resize(390, 844);

    Eventually.becomes("a page as wide as the screen", page::overflow, pixels -> pixels <= 0);
    page.click("tab-live");
    assertTrue(page.overflow() <= 0, page.overflow() + " pixels too wide");
  }

  private List<Double> confidences() {
    List<Double> all = new ArrayList<>();
    JsonNode outputs = page.result().path("serialized_output_data");
    outputs.at("/predictions/predictions").forEach(p -> all.add(p.path("confidence").asDouble()));
    return all;
  }
}
