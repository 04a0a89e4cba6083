package io.sightline.workflow.blocks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The file has lists of numbers and the order that CPython 3.11 gives their unions in. */
class NumberSetTest {
  private static List<String> unions() throws IOException {
    try (var file = NumberSetTest.class.getResourceAsStream("number-sets.txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("unions")
  void numbersComeInTheOrderOfCPython(String line) throws IOException {
    String[] parts = line.split(" \\| ");
    NumberSet all = new NumberSet();
    for (JsonNode group : new JsonMapper().readTree(parts[0])) {
      NumberSet next = new NumberSet();
      group.forEach(number -> next.add(number.asInt()));
      all = all.union(next);
    }
    List<Integer> expected = new ArrayList<>();
    new JsonMapper().readTree(parts[1]).forEach(number -> expected.add(number.asInt()));
    assertEquals(expected, all.numbers());
  }
}
