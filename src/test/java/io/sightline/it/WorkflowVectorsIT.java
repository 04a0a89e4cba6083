package io.sightline.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Requests that were answered by Roboflow's server, answered by ours. The recordings lie beside the
 * repository; -Dsightline.vectors names another place. Those that Roboflow's server crashes on, and
 * those with blocks that are not here, are left out.
 */
@DisplayName("H-1: requests, answers and errors have the form of Roboflow's server")
class WorkflowVectorsIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern LIST = Pattern.compile("\\[('[^\\]]*')]");

  /** Where this server does what is asked for, and Roboflow's refuses. */
  private static final Set<String> LEFT_OUT = Set.of("path_deviation__v2_raw_reference_error");

  /** -Dsightline.vectors.match runs only those whose name matches. */
  private static final Pattern MATCH =
      Pattern.compile(System.getProperty("sightline.vectors.match", ""));

  @TestFactory
  Stream<DynamicTest> answersAsRecorded() throws IOException {
    Path directory = Path.of(System.getProperty("sightline.vectors", "../shared/vectors"));
    assumeTrue(Files.isDirectory(directory), "no recordings at " + directory.toAbsolutePath());
    Set<String> known = blocks();
    List<DynamicTest> tests = new ArrayList<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
        JsonNode vector = JSON.readTree(file.toFile());
        String name = file.getFileName().toString().replace(".json", "");
        boolean wanted = !vector.has("non_normative") && !LEFT_OUT.contains(name);
        if (wanted && MATCH.matcher(name).find() && runs(vector, known)) {
          tests.add(DynamicTest.dynamicTest(name, () -> check(name, vector)));
        }
      }
    }
    assertTrue(
        tests.size() > 100 || !MATCH.pattern().isEmpty(), "only " + tests.size() + " recordings");
    return tests.stream();
  }

  private static Set<String> blocks() throws IOException {
    HttpAnswer answer = HttpAnswer.get(SightlineServer.shared().uri("workflows/blocks/describe"));
    assertEquals(200, answer.status(), answer::body);
    Set<String> known = new HashSet<>();
    for (JsonNode block : JSON.readTree(answer.body()).get("blocks")) {
      known.add(block.get("manifest_type_identifier").asText());
      block.get("manifest_type_identifier_aliases").forEach(alias -> known.add(alias.asText()));
    }
    return known;
  }

  private static boolean runs(JsonNode vector, Set<String> known) {
    JsonNode request = vector.get("request");
    JsonNode specification = request.path("specification");
    JsonNode document = specification.isMissingNode() ? request : specification;
    for (JsonNode step : document.path("steps")) {
      String type = step.path("type").asText();
      if (!known.contains(type) && !type.isEmpty() && !type.contains("nope")) {
        return false;
      }
    }
    return true;
  }

  /** Reports do not name dynamic tests, so failures do. */
  private static void check(String name, JsonNode vector) {
    String path = vector.get("endpoint").asText().replace("POST /", "");
    HttpAnswer answer =
        HttpAnswer.post(SightlineServer.shared().uri(path), vector.get("request").toString());
    List<String> problems;
    try {
      JsonNode body = JSON.readTree(answer.body());
      problems =
          vector.has("expected_error")
              ? errorProblems(vector, answer.status(), body)
              : outputProblems(vector, answer.status(), body);
    } catch (IOException e) {
      throw new UncheckedIOException(name + ": " + answer, e);
    }
    assertTrue(problems.isEmpty(), () -> name + ":\n  " + String.join("\n  ", problems));
  }

  private static List<String> outputProblems(JsonNode vector, int status, JsonNode body) {
    if (status != 200) {
      return List.of("status " + status + ": " + body);
    }
    VectorCheck check = new VectorCheck(vector);
    JsonNode expected = vector.get("expected");
    if (expected.has("outputs")) {
      check.compare(expected.get("outputs"), body.path("outputs"), "$.outputs");
    } else {
      check.compare(expected, body, "$");
    }
    return check.problems();
  }

  private static List<String> errorProblems(JsonNode vector, int status, JsonNode body) {
    JsonNode expected = vector.get("expected_error");
    JsonNode compare = vector.get("compare");
    List<String> problems = new ArrayList<>();
    differ(problems, "status", expected.get("status").asText(), "" + status);
    for (JsonNode field : compare.path("exact")) {
      String key = field.asText();
      if (key.equals("message")) {
        boolean sorted = compare.path("message_lists").asText().equals("any_order");
        String wanted = expected.get(key).asText();
        String got = body.path(key).asText();
        differ(problems, key, sorted ? sorted(wanted) : wanted, sorted ? sorted(got) : got);
      } else if (!key.equals("status")) {
        differ(problems, key, expected.get(key).toString(), body.path(key).toString());
      }
    }
    String prefix = compare.path("message_prefix").asText("");
    if (!body.path("message").asText().startsWith(prefix)) {
      problems.add("message: " + body.path("message"));
    }
    if (expected.path("blocks_errors").size() > 0) {
      differ(
          problems,
          "blocks_errors",
          blocks(expected.get("blocks_errors")),
          blocks(body.path("blocks_errors")));
    }
    if (expected.has("detail")) {
      differ(
          problems,
          "detail",
          expected.get("detail").findValues("loc").toString(),
          body.path("detail").findValues("loc").toString());
    }
    Set<String> keys = new TreeSet<>();
    body.fieldNames().forEachRemaining(keys::add);
    Set<String> wanted = new TreeSet<>();
    expected.path("body_keys").forEach(key -> wanted.add(key.asText()));
    differ(problems, "keys", wanted.toString(), keys.toString());
    return problems;
  }

  private static void differ(List<String> problems, String what, String wanted, String got) {
    if (!wanted.equals(got)) {
      problems.add("%s: expected %s, got %s".formatted(what, wanted, got));
    }
  }

  private static String blocks(JsonNode errors) {
    Set<String> all = new TreeSet<>();
    errors.forEach(
        e -> all.add(e.get("block_id") + " " + e.get("block_type") + " " + e.get("property_name")));
    return all.toString();
  }

  /** The message with the elements of its lists in alphabetical order. */
  private static String sorted(String message) {
    return LIST.matcher(message)
        .replaceAll(
            m -> {
              String[] elements = m.group(1).split(", ");
              Arrays.sort(elements);
              return Matcher.quoteReplacement("[" + String.join(", ", elements) + "]");
            });
  }
}
