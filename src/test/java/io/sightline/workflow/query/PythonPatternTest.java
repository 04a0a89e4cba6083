package io.sightline.workflow.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.sightline.workflow.block.FormException;
import io.sightline.workflow.block.RunLimits;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Q-1: regular expressions find what Python's re finds")
class PythonPatternTest {
  private static boolean finds(String regex, String text) {
    Scope scope = Scope.of(Map.of(), RunLimits.NONE);
    return Regex.of(regex).findsIn(text, scope.budget());
  }

  private static void assertFinds(boolean expected, String regex, String... texts) {
    for (String text : texts) {
      assertEquals(expected, finds(regex, text), regex + " in " + text);
    }
  }

  @Test
  void classesAreThoseOfUnicode() {
    assertFinds(true, "^\\w+$", "Straße", "ΑΣ", "a_1", "²");
    assertFinds(false, "\\W", "Straße");
    assertFinds(true, "^\\d+$", "٣", "12");
    assertFinds(false, "\\D", "٣");
    assertFinds(true, "\\s", "\u00a0", "\u2028", "\u001c", "\u0085", "\t");
    assertFinds(false, "\\S", "\u00a0 \u3000");
  }

  @Test
  void classesAreTheSameInSets() {
    assertFinds(true, "^[^\\W\\d]+$", "ΑΣ", "é_");
    assertFinds(false, "[^\\W\\d]", "٣", "-", "€", "\u20bf", "\ud83e\udee0");
    assertFinds(true, "^[\\W_]$", "_", ".", "\u203f", "\ud83d\ude00", "\u20bf", "\ud83e\udee0");
    assertFinds(false, "[\\W_]", "ß", "٣");
    assertFinds(true, "^[\\s\\S]$", "\u00a0", "x", "\n", "\u0001", "\ud83e\udee0");
    assertFinds(false, "[\\S]", "\u00a0", "\u0085", "\n");
    assertFinds(true, "[^\\D]", "٣");
    assertFinds(true, "^[\\w.-]+$", "é.b-c");
    assertFinds(true, "[\\b]", "\b");
  }

  @Test
  void theEndIsBeforeAFinalLineBreakToo() {
    assertFinds(true, "^\\d+$", "12\n");
    assertFinds(false, "^\\d+$", "12\n\n", "12\n3");
    assertFinds(true, "(?m)^12$", "12\n3");
    assertFinds(true, "(?:(?m:1$)|b)\\n2", "1\n2");
    assertFinds(false, "(?m:1)$", "1\n2");
    assertFinds(true, "a\\Z", "a");
    assertFinds(false, "a\\Z", "a\n");
    assertFinds(true, "[$]\\$", "$$");
  }

  @Test
  void countsMayLackTheFirstNumber() {
    assertFinds(true, "^a{,3}b", "aab", "b");
    assertFinds(false, "^a{,3}b", "aaaab");
    assertFinds(true, "^a{,}b", "aaaab");
    assertFinds(true, "a{,x}", "a{,x}");
    assertThrows(FormException.class, () -> Regex.of("(?:(?:a{,900}){,900}){,900}"));
  }

  @Test
  void setsHaveNoNamedClasses() {
    assertFinds(false, "[[:alpha:]]", "x");
    assertFinds(true, "[[:alpha:]]", "a]", ":]", "[]");
    assertFinds(true, "^[]a]+$", "]a");
    assertFinds(true, "^[^]a]$", "b");
    assertFinds(true, "[+--]", ",");
  }

  @Test
  void numbersStandForCharacters() {
    assertFinds(true, "^\\u00e9\\xe9\\U0001f600$", "éé\ud83d\ude00");
    assertFinds(true, "^[\\u00e0-\\u00ef]$", "é");
    assertFinds(true, "\\u002e", ".");
    assertFinds(false, "\\u002e", "a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\Q$\\E",
        "\\pL",
        "\\z",
        "[\\Z]",
        "\\u00e",
        "\\x{e9}",
        "\\U00110000",
        "[\\w-z]",
        "[a-\\d]",
        "a\\",
        "[",
        "[a",
        "[a-",
        "(?<=a)b",
        "(a)\\1",
        "[^",
        "(?i"
      })
  void whatPythonOrRe2DoesNotReadIsRefused(String regex) {
    assertThrows(FormException.class, () -> Regex.of(regex));
  }

  @Test
  @DisplayName("Q-3: no pattern keeps the compiler busy for ever")
  void casesThatNeverEndAreRefused() {
    for (String regex :
        List.of(
            "\u1c80", "\\u1c88", "\\\u1c85", "[\u1c80]", "[B-\\uffff]", "(?:[\\u1c81-\\u1c82])")) {
      assertThrows(
          FormException.class,
          () -> assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Regex.of("(?i)" + regex)),
          regex);
      Regex.of(regex);
    }
    assertFinds(true, "(?i)^STRASSE\\w[^\\W\\d]$", "strasseßé");
  }
}
