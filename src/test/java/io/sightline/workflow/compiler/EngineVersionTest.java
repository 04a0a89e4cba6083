package io.sightline.workflow.compiler;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sightline.workflow.definition.DefinitionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EngineVersionTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "1", "1.0", "1.0.0", "1.15", "1.15.0", "1.3.0", "v1.2", " 1.1 "})
  void acceptsOlderVersionsOfTheSameMajorNumber(String version) {
    assertDoesNotThrow(() -> EngineVersion.check(version));
  }

  @Test
  void acceptsADocumentWithoutVersion() {
    assertDoesNotThrow(() -> EngineVersion.check(null));
  }

  @ParameterizedTest
  @CsvSource({"2.0,3", "0.9,1", "1.15.1,2", "1.16,2", "999999999,1000000000"})
  void refusesOtherVersions(String version, String next) {
    DefinitionException e =
        assertThrows(DefinitionException.class, () -> EngineVersion.check(version));
    assertEquals("NotSupportedExecutionEngineError", e.errorType());
    assertEquals(
        "Workflow definition requested Execution Engine in version: `<%s.0.0,>=%s` which cannot be"
                .formatted(next, version)
            + " found in existing setup. Available Execution Engines versions:"
            + " `[<Version('1.15.0')>]`.",
        e.getMessage());
  }

  @Test
  void refusesLongVersionsBeforeItReadsThem() {
    String version = "1" + "a".repeat(20_000);
    DefinitionException e =
        assertThrows(DefinitionException.class, () -> EngineVersion.check(version));
    assertEquals(
        "Workflow definition contains `version` of 20001 characters, at most 64 are allowed",
        e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "1.x", "1..0", "-1", "99999999999999999999"})
  void refusesWhatIsNoVersion(String version) {
    DefinitionException e =
        assertThrows(DefinitionException.class, () -> EngineVersion.check(version));
    assertEquals("WorkflowDefinitionError", e.errorType());
  }
}
