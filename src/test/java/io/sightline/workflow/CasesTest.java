package io.sightline.workflow;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Requests of our own making with the answers that Roboflow's engine would give. */
@DisplayName("WF-1: documents run as in Roboflow's engine")
class CasesTest {
  @TestFactory
  Stream<DynamicTest> answersAsWritten() throws IOException, URISyntaxException {
    Path directory = Path.of(CasesTest.class.getResource("cases").toURI());
    List<DynamicTest> tests = new ArrayList<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.sorted().toList()) {
        Case written = new Case(new JsonMapper().readTree(file.toFile()));
        tests.add(DynamicTest.dynamicTest(written.name(), written::check));
      }
    }
    assertTrue(tests.size() >= 30, "only " + tests.size() + " cases");
    return tests.stream();
  }
}
