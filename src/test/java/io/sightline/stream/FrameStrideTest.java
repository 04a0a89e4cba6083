package io.sightline.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FrameStrideTest {
  @Test
  @DisplayName("ST-13: frames beyond the rate are left out evenly, the first is taken")
  void leavesOutEvenly() {
    assertEquals(List.of(1L, 4L, 7L, 10L), taken(10.0, 30.0));
    assertEquals(List.of(1L, 3L, 4L, 6L, 7L, 9L, 10L), taken(20.0, 30.0));
    assertEquals(4, taken(0.1, 30.0).size() + 3, "one of three hundred");
  }

  @Test
  @DisplayName(
      "ST-13: none is left out where the source is slower, its rate unknown or none asked for")
  void takesWhatIsNotTooMuch() {
    assertEquals(10, taken(60.0, 30.0).size());
    assertEquals(10, taken(10.0, null).size());
    assertEquals(10, taken(null, 30.0).size());
  }

  private static List<Long> taken(Double asked, Double rate) {
    FrameStride stride = new FrameStride(asked);
    return LongStream.rangeClosed(1, 10)
        .filter(frame -> stride.takes(frame, rate))
        .boxed()
        .toList();
  }
}
