package io.sightline.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClassNamesTest {
  @Test
  void readsNamesAsUltralyticsWritesThem() {
    assertEquals(
        List.of("person", "traffic light", "driver's cab", "it's \"so\"", "a, 7: b"),
        ClassNames.parse(
            "{0: 'person', 1: 'traffic light', 2: \"driver's cab\", 3: 'it\\'s \"so\"',"
                + " 4: 'a, 7: b'}"));
  }

  @Test
  void readsNamesAsYoloV5WroteThemBefore() {
    assertEquals(
        List.of("person", "driver's cab", "7: b"),
        ClassNames.parse("['person', \"driver's cab\", '7: b']"));
  }

  @Test
  void findsNoneWhereThereAreNone() {
    assertTrue(ClassNames.parse(null).isEmpty());
    assertTrue(ClassNames.parse("").isEmpty());
    assertTrue(ClassNames.parse("{0: person}").isEmpty());
  }

  @Test
  void refusesIdsWithAGap() {
    ModelException e =
        assertThrows(ModelException.class, () -> ClassNames.parse("{0: 'a', 2: 'b'}"));
    assertEquals(
        "class names in the model's metadata must count up from 0: 2 follows 1 names",
        e.getMessage());
  }

  @Test
  void survivesAVeryLongName() {
    String name = "n".repeat(1_000_000);
    assertEquals(List.of(name), ClassNames.parse("{0: '" + name + "'}"));
    assertTrue(ClassNames.parse("{0: '" + "\\".repeat(1_000_001)).isEmpty());
  }
}
