package io.sightline.workflow;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sightline.workflow.block.BlockCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Requests that were answered by Roboflow's engine, run by ours. The recordings lie beside the
 * repository; -Dsightline.vectors names another place. Those that need blocks which are not here,
 * or that are about HTTP or the form of values there, are left out.
 */
@DisplayName("WF-1: documents run as in Roboflow's engine")
class RecordedVectorsTest {
  /** About the body of an HTTP request. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "engine__run_body_inputs_not_object",
          "engine__run_body_missing_specification",
          "path_deviation__v2_raw_reference_error");

  /** -Dsightline.vectors.match runs only those whose name matches. */
  private static final Pattern MATCH =
      Pattern.compile(System.getProperty("sightline.vectors.match", ""));

  private static final JsonMapper JSON = new JsonMapper();
  private static final Set<String> KNOWN = known();

  private static Set<String> known() {
    Set<String> known = new HashSet<>(BlockCatalog.discover().names());
    return known;
  }

  @TestFactory
  Stream<DynamicTest> answersAsRecorded() throws IOException {
    Path directory = Path.of(System.getProperty("sightline.vectors", "../shared/vectors"));
    assumeTrue(Files.isDirectory(directory), "no recordings at " + directory.toAbsolutePath());
    List<DynamicTest> tests = new ArrayList<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
        Case recorded = new Case(JSON.readTree(file.toFile()));
        if (wanted(recorded)) {
          tests.add(DynamicTest.dynamicTest(recorded.name(), recorded::check));
        }
      }
    }
    assertTrue(
        tests.size() > 100 || !MATCH.pattern().isEmpty(), "only " + tests.size() + " recordings");
    return tests.stream();
  }

  private static boolean wanted(Case recorded) {
    if (recorded.vector().has("non_normative") || LEFT_OUT.contains(recorded.name())) {
      return false;
    }
    if (recorded.name().startsWith("serialisation__") || !MATCH.matcher(recorded.name()).find()) {
      return false;
    }
    return known(recorded.specification());
  }

  private static boolean known(JsonNode definition) {
    for (JsonNode step : definition.path("steps")) {
      String type = step.path("type").asText();
      if (!KNOWN.contains(type) && !type.isEmpty() && !type.contains("nope")
          || !known(step.path("workflow_definition"))) {
        return false;
      }
    }
    return true;
  }
}
