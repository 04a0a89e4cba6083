package io.sightline.vision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunLengthsTest {
  private static Mask decode(int height, int width, Object counts) {
    return RunLengths.decode(Map.of("size", List.of(height, width), "counts", counts));
  }

  @Test
  void runsGoDownTheColumns() {
    Mask mask = decode(4, 5, List.of(5, 2, 13));
    assertEquals(2, mask.area());
    assertEquals(true, mask.at(1, 1) && mask.at(1, 2));
  }

  /** 5, 2 and 13 as they are, then 2 - 2 = 0, 40 - 13 = 27 and 3 - 2 = 1. */
  @Test
  void compressedCountsAreDifferencesToTheLastButOne() {
    Mask mask = decode(10, 7, "52=0k01");
    assertEquals(Mask.of(7, 10, 0, 0, 7, rows()), mask);
  }

  private static byte[] rows() {
    byte[] rows = new byte[70];
    int[] counts = {5, 2, 13, 2, 40, 3};
    int at = 0;
    for (int run = 0; run < counts.length; run++) {
      for (int i = 0; i < counts[run]; i++, at++) {
        rows[at % 10 * 7 + at / 10] = (byte) (run % 2);
      }
    }
    return rows;
  }

  @ParameterizedTest
  @ValueSource(strings = {"o", "ooooooooooooooooooooo", "O", "oo0oo0oo0"})
  void refusesWhatIsNoMask(String counts) {
    assertThrows(VisionException.class, () -> decode(4, 5, counts));
  }

  @Test
  void refusesMoreThanThereIs() {
    assertThrows(VisionException.class, () -> decode(4, 5, List.of(5, 16)));
    assertThrows(VisionException.class, () -> decode(4, 5, List.of(5, -1)));
    assertThrows(VisionException.class, () -> decode(1 << 20, 1 << 20, List.of(1)));
    assertThrows(VisionException.class, () -> RunLengths.decode(Map.of("counts", "1")));
  }
}
