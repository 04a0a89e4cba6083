package io.sightline.workflow.blocks.formatters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.workflow.block.BlockException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateRenderingTest {
  private static String render(String template, Map<String, Object> values) {
    return TemplateRendering.render(TemplateReader.read(template), values);
  }

  private static String refused(String template, Map<String, Object> values) {
    return assertThrows(BlockException.class, () -> render(template, values)).getMessage();
  }

  /** Expectations are what Python 3.11 gives. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "04d;5;0005",
        "+d;5;+5",
        " d;5; 5",
        ",;1234567;1,234,567",
        "010,;1234;00,001,234",
        "_x;123456789;75b_cd15",
        "#x;255;0xff",
        "#06b;5;0b0101",
        "X;255;FF",
        "c;65;A",
        "*^9;12;***12****",
        "<05;3;30000",
        "=+6;3;+    3",
        "%;1;100.000000%"
      })
  void showsWholeNumbersAsPython(String spec, int value, String expected) {
    assertEquals(expected, render("{a:" + spec + "}", Map.of("a", value)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        ".2f;1.2345;1.23",
        ".0f;2.5;2",
        "010.3f;-1.5;-00001.500",
        ".3;1234.5;1.23e+03",
        ".3;100.0;1e+02",
        "g;1e-7;1e-07",
        "#.3g;1.0;1.00",
        "e;12345.678;1.234568e+04",
        ".2%;0.12345;12.35%",
        ",.2f;1234567.891;1,234,567.89",
        "z.1f;-0.01;0.0",
        "'';1e20;1e+20",
        "'';5e-324;5e-324",
        "E;Infinity;INF",
        "05;NaN;00nan"
      })
  void showsFractionsAsPython(String spec, double value, String expected) {
    assertEquals(expected, render("{a:" + spec + "}", Map.of("a", value)));
  }

  @Test
  void showsOtherValuesAsTheirText() {
    Map<String, Object> values = new HashMap<>();
    values.put("t", true);
    values.put("n", null);
    values.put("l", new ArrayList<>(Arrays.asList(1, "a", null)));
    values.put("s", "it's");
    values.put("big", BigInteger.TEN.pow(30));
    values.put("w", 6);
    assertEquals("True    1 1", render("{t} {t:4} {t:d}", values));
    assertEquals("None [1, 'a', None]", render("{n} {l}", values));
    assertEquals("\"it's\" it's  ", render("{s!r} {s!s:{w}}", values));
    assertEquals("1,000,000,000,000,000,000,000,000,000,000", render("{big:,}", values));
    assertEquals("{t} {True}", render("{{t}} {{{t}}}", values));
  }

  @Test
  void saysWhatIsWrongAsRoboflowDoes() {
    Map<String, Object> values = Map.of("a", "x", "n", 5);
    assertEquals(
        "String Template block could not parse template: expected '}' before end of string. Use"
            + " double braces to produce literal braces in the output.",
        refused("oops {n", values));
    assertEquals(
        "String Template block template references variables ['y', 'z'] which are not declared in"
            + " data. Declared variables: ['a', 'n'].",
        refused("{z}{y}{a}", values));
    assertEquals(
        "String Template block could not render template: Unknown format code 'd' for object of"
            + " type 'str'. Check that format specs match the types of the substituted values.",
        refused("{a:d}", values));
    assertTrue(refused("{}", values).contains("does not support positional placeholders"));
    assertTrue(refused("{a.b}", values).contains("(got `{a.b}`)"));
    assertTrue(refused("{a:{n:{n:{n}}}}", values).contains("Max string recursion exceeded"));
  }

  @Test
  void boundsWidthsAndLengths() {
    assertTrue(refused("{n:20001}", Map.of("n", 5)).contains("with numeric value 20001 exceeding"));
    String long1 = "x".repeat(TemplateRendering.MAX_LENGTH);
    assertEquals(long1, render("{a}", Map.of("a", long1)));
    assertTrue(
        refused("{a}{a}", Map.of("a", long1))
            .contains("rendered a template of 2000000 characters"));
    assertTrue(refused("{a:".repeat(10_000), Map.of("a", 1)).contains("unmatched '{'"));
  }

  @Test
  void everyNameOfATemplateIsKnown() {
    assertEquals(List.of("a", "w"), List.copyOf(TemplateReader.read("x{a:>{w}}y{a}").names()));
  }
}
