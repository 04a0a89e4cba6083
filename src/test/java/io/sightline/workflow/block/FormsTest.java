package io.sightline.workflow.block;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FormsTest {
  private static Object read(Object raw, Form... forms) {
    return Field.required("f", "", forms).form().read(raw);
  }

  private static String refused(Object raw, Form... forms) {
    return assertThrows(FormException.class, () -> read(raw, forms)).getMessage();
  }

  @Test
  void takesASelectorBeforeAnythingElse() {
    Object value = read("$steps.a.b", Forms.text(), Forms.reference(Kind.STRING));
    assertEquals(new Reference(new Selector("$steps.a.b"), Set.of(Kind.STRING)), value);
  }

  @Test
  void takesTheFormThatFitsBeforeOneThatConverts() {
    assertEquals("5", read("5", Forms.wholeNumber(), Forms.text()));
    assertEquals(true, read(true, Forms.wholeNumber(), Forms.flag()));
    assertEquals(5, read("5", Forms.wholeNumber(), Forms.flag()));
  }

  @Test
  void convertsAsDocumentsAreWritten() {
    assertEquals(0.5, read("0.5", Forms.number()));
    assertEquals(3.0, read(3, Forms.number()));
    assertEquals(3, read(3.0, Forms.wholeNumber()));
    assertEquals(true, read("yes", Forms.flag()));
    assertEquals(false, read(0, Forms.flag()));
  }

  @Test
  void saysWhatWouldBeRight() {
    assertEquals("Input should be less than or equal to 1", refused(1.5, Forms.number(0, 1)));
    for (Object endless : List.of(Double.NaN, "nan", "-Infinity", "inf", "1e999")) {
      assertEquals("Input should be a finite number", refused(endless, Forms.number()));
    }
    for (String javas : List.of("1d", "2f", "0x1p3", "", "1e")) {
      assertEquals(
          "Input should be a valid number, unable to parse string as a number",
          refused(javas, Forms.number()));
    }
    assertEquals("Input should be greater than 0", refused(0, Forms.positiveNumber()));
    assertEquals("Input should be 'a', 'b' or 'c'", refused("d", Forms.oneOf("a", "b", "c")));
    assertEquals("Input should be a valid string", refused(7, Forms.text()));
    assertEquals("Input should be a valid list", refused("x", Forms.list(0, Forms.text())));
    assertEquals(
        "List should have at least 1 item after validation, not 0",
        refused(List.of(), Forms.list(1, Forms.text())));
    assertEquals("Input should be less than 1", refused(1, Forms.fraction()));
    assertEquals(
        "Tuple should have at most 2 items after validation, not 3",
        refused(List.of(1, 2, 3), Forms.tuple(2, Forms.wholeNumber())));
    assertEquals(List.of(1, 2), read(List.of(1.0, "2"), Forms.tuple(2, Forms.wholeNumber())));
    assertEquals(
        "Input should be a valid integer, unable to parse string as an integer",
        refused("five", Forms.wholeNumber()));
    assertEquals("Input should be a valid boolean", refused(List.of(), Forms.flag()));
  }

  @Test
  void findsSelectorsInsideOfListsAndMaps() {
    Object value =
        read(
            Map.of("k", Arrays.asList("$inputs.x", null)),
            Forms.map(Forms.list(0, Forms.reference(), Forms.nothing())));
    assertEquals(
        Map.of(
            "k",
            Arrays.asList(new Reference(new Selector("$inputs.x"), Set.of(Kind.WILDCARD)), null)),
        value);
  }

  @Test
  void aValueAtRunTimeIsNoSelector() {
    Field field = Field.required("f", "", Forms.reference(Kind.INTEGER), Forms.wholeNumber());
    assertEquals(5, field.readLiteral(5));
    assertThrows(FormException.class, () -> field.readLiteral("$inputs.x"));
    Field only = Field.required("f", "", Forms.reference());
    assertThrows(FormException.class, () -> only.readLiteral(5));
  }

  @Test
  void aFieldGoesByItsOlderNames() {
    Field field = Field.required("images", "", Forms.any()).alias("image");
    assertEquals(7, field.rawIn(Map.of("image", 7)));
    assertEquals(8, field.rawIn(Map.of("image", 7, "images", 8)));
  }
}
