package io.sightline.datachannel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.sightline.datachannel.DataOutput.Mode;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DataOutputTest {
  @Test
  @DisplayName("DC-2: null, nothing and empty names mean metadata only")
  void takesNothingAsNone() {
    assertSame(DataOutput.NONE, DataOutput.of(null));
    assertSame(DataOutput.NONE, DataOutput.of(List.of()));
    assertSame(DataOutput.NONE, DataOutput.of(Arrays.asList("", null)));
  }

  @Test
  @DisplayName("DC-2: exactly one star means all, a star among names is a name")
  void takesAStarAsAll() {
    assertEquals(new DataOutput(Mode.ALL, List.of()), DataOutput.of(List.of("*")));
    assertEquals(
        new DataOutput(Mode.SPECIFIC, List.of("*", "a")), DataOutput.of(List.of("*", "a")));
  }

  @Test
  void takesNamesOnceEachInTheirOrder() {
    assertEquals(
        new DataOutput(Mode.SPECIFIC, List.of("b", "a")),
        DataOutput.of(Arrays.asList("b", "", "a", "b", null)));
  }
}
