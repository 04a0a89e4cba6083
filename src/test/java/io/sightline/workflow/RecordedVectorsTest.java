package io.sightline.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sightline.vision.ImageScope;
import io.sightline.workflow.block.BlockCatalog;
import io.sightline.workflow.block.BlockType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Requests that were answered by Roboflow's engine, run by ours. The recordings lie beside the
 * repository; -Dsightline.vectors names another place. Those that need blocks which are not here,
 * or that are about HTTP alone, are left out.
 */
@DisplayName("W-1: documents run as in Roboflow's engine")
class RecordedVectorsTest {
  private static final Set<String> CATEGORIES =
      Set.of(
          "bounding_box_visualization",
          "continue_if",
          "detections_filter",
          "dimension_collapse",
          "engine",
          "errors",
          "first_non_empty_or_default",
          "label_visualization",
          "property_definition");

  /**
   * About the body of an HTTP request, the decoding of its pictures, or values that are kept for
   * blocks which are not here.
   */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "detections_filter__keypoints_kept",
          "engine__run_body_inputs_not_object",
          "engine__run_body_missing_specification",
          "errors__run_bad_video_metadata",
          "errors__run_image_missing_value_key");

  private static final Pattern LIST = Pattern.compile("\\[('[^\\]]*')]");
  private static final JsonMapper JSON = new JsonMapper();
  private static final WorkflowEngine ENGINE = Fixture.engine(TestBlocks.all());
  private static final Set<String> KNOWN = known();

  private static Set<String> known() {
    List<BlockType> types = new ArrayList<>(BlockCatalog.discover().types());
    types.addAll(TestBlocks.all());
    return Set.copyOf(new BlockCatalog(types).names());
  }

  @TestFactory
  Stream<DynamicTest> answersAsRecorded() throws IOException {
    Path directory = Path.of(System.getProperty("sightline.vectors", "../shared/vectors"));
    assumeTrue(Files.isDirectory(directory), "no recordings at " + directory.toAbsolutePath());
    List<DynamicTest> tests = new ArrayList<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
        JsonNode vector = JSON.readTree(file.toFile());
        if (wanted(vector)) {
          tests.add(DynamicTest.dynamicTest(name(vector), () -> named(vector)));
        }
      }
    }
    assertTrue(tests.size() > 100, "only " + tests.size() + " recordings");
    return tests.stream();
  }

  private static boolean wanted(JsonNode vector) {
    if (vector.has("non_normative") || LEFT_OUT.contains(name(vector))) {
      return false;
    }
    if (!CATEGORIES.contains(vector.get("category").asText())) {
      return false;
    }
    for (JsonNode step : specification(vector).path("steps")) {
      String type = step.path("type").asText();
      if (!KNOWN.contains(type) && !type.isEmpty() && !type.contains("nope")) {
        return false;
      }
    }
    return true;
  }

  private static String name(JsonNode vector) {
    return vector.get("category").asText() + "__" + vector.get("name").asText();
  }

  private static JsonNode specification(JsonNode vector) {
    JsonNode request = vector.get("request");
    return request.has("specification") ? request.get("specification") : request;
  }

  /** Reports do not name dynamic tests, so failures do. */
  private static void named(JsonNode vector) {
    try {
      run(vector);
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError(name(vector) + ": " + e.getMessage(), e);
    }
  }

  private static void run(JsonNode vector) {
    if (vector.has("expected_error")) {
      WorkflowException e = assertThrows(WorkflowException.class, () -> answer(vector));
      checkError(vector, e);
      return;
    }
    try (ImageScope scope = new ImageScope(Fixture.POOL)) {
      List<Map<String, Object>> outputs = answer(vector, scope);
      if (vector.get("expected").has("outputs")) {
        new Expectation(vector).check(vector.get("expected").get("outputs"), outputs, "$.outputs");
      }
    }
  }

  private static void answer(JsonNode vector) {
    try (ImageScope scope = new ImageScope(Fixture.POOL)) {
      answer(vector, scope);
    }
  }

  private static List<Map<String, Object>> answer(JsonNode vector, ImageScope scope) {
    JsonNode specification = specification(vector);
    if (vector.get("endpoint").asText().endsWith("/validate")) {
      ENGINE.validate(specification.toString());
      return List.of();
    }
    Set<String> images = new TreeSet<>();
    specification
        .path("inputs")
        .forEach(
            input -> {
              if (input.path("type").asText().endsWith("Image")) {
                images.add(input.path("name").asText());
              }
            });
    try (Workflow workflow = ENGINE.compile(specification.toString())) {
      Map<String, Object> inputs = new LinkedHashMap<>();
      vector
          .get("request")
          .get("inputs")
          .properties()
          .forEach(
              e -> {
                boolean image = images.contains(e.getKey());
                inputs.put(e.getKey(), Fixture.value(e.getValue(), e.getKey(), image, scope));
              });
      return workflow.runBatch(inputs, scope);
    }
  }

  private static void checkError(JsonNode vector, WorkflowException e) {
    JsonNode expected = vector.get("expected_error");
    JsonNode compare = vector.path("compare");
    Set<String> exact = new TreeSet<>();
    compare.path("exact").forEach(n -> exact.add(n.asText()));
    if (exact.contains("error_type")) {
      assertEquals(expected.get("error_type").asText(), e.errorType());
      assertEquals(expected.get("context").asText(), e.context());
    }
    if (exact.contains("message")) {
      assertEquals(sorted(expected.get("message").asText()), sorted(e.getMessage()));
    }
    if (expected.path("blocks_errors").isArray() && exact.contains("message")) {
      Set<String> wanted = new TreeSet<>();
      expected
          .get("blocks_errors")
          .forEach(
              b ->
                  wanted.add(
                      text(b, "block_id") + text(b, "block_type") + text(b, "property_name")));
      Set<String> got = new TreeSet<>();
      e.blockErrors()
          .forEach(b -> got.add(" " + b.blockId() + " " + b.blockType() + " " + b.propertyName()));
      assertEquals(wanted, got);
    }
  }

  private static String text(JsonNode node, String key) {
    return " " + (node.path(key).isNull() ? "null" : node.path(key).asText());
  }

  /** The message with the elements of its lists in alphabetical order. */
  private static String sorted(String message) {
    Matcher matcher = LIST.matcher(message);
    return matcher.replaceAll(
        m -> {
          String[] elements = m.group(1).split(", ");
          Arrays.sort(elements);
          return Matcher.quoteReplacement("[" + String.join(", ", elements) + "]");
        });
  }
}
