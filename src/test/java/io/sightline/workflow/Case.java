package io.sightline.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import io.sightline.vision.ImageScope;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A request and the answer that it should get, as a file. */
record Case(JsonNode vector) {
  private static final Pattern LIST = Pattern.compile("\\[('[^\\]]*')]");
  private static final WorkflowEngine ENGINE = Fixture.engine(List.of());

  String name() {
    return vector.get("category").asText() + "__" + vector.get("name").asText();
  }

  JsonNode specification() {
    JsonNode request = vector.get("request");
    return request.has("specification") ? request.get("specification") : request;
  }

  /** Reports do not name dynamic tests, so failures do. */
  void check() {
    try {
      run();
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError(name() + ": " + e.getMessage(), e);
    }
  }

  private void run() {
    if (vector.has("expected_error")) {
      WorkflowException e = assertThrows(WorkflowException.class, this::answer);
      checkError(e);
      return;
    }
    try (ImageScope scope = new ImageScope(Fixture.POOL)) {
      List<Map<String, Object>> outputs = answer(scope);
      if (vector.get("expected").has("outputs")) {
        new Expectation(vector).check(vector.get("expected").get("outputs"), outputs, "$.outputs");
      }
    }
  }

  private void answer() {
    try (ImageScope scope = new ImageScope(Fixture.POOL)) {
      answer(scope);
    }
  }

  private List<Map<String, Object>> answer(ImageScope scope) {
    JsonNode specification = specification();
    if (vector.get("endpoint").asText().endsWith("/validate")) {
      ENGINE.validate(specification.toString());
      return List.of();
    }
    try (Workflow workflow = ENGINE.compile(specification.toString())) {
      Map<String, Object> inputs = new LinkedHashMap<>();
      vector
          .get("request")
          .get("inputs")
          .properties()
          .forEach(e -> inputs.put(e.getKey(), Fixture.plain(e.getValue())));
      return workflow.runBatch(inputs, scope);
    }
  }

  private void checkError(WorkflowException e) {
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
