package io.sightline.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.vision.Image;
import io.sightline.vision.ImagePool;
import io.sightline.vision.VideoMetadata;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ResultBufferTest {
  private final ImagePool pool = new ImagePool(1);

  @Test
  @DisplayName("ST-3: the oldest goes where there are too many, counted")
  void dropsTheOldest() {
    ResultBuffer buffer = new ResultBuffer(2, 1000);
    add(buffer, 1);
    add(buffer, 2);
    add(buffer, 3);
    assertEquals(1, buffer.dropped());
    assertEquals(Map.of("n", 2), buffer.poll().outputs().get(0));
    assertEquals(Map.of("n", 3), buffer.poll().outputs().get(0));
    assertNull(buffer.poll());
    assertTrue(buffer.isEmpty());
  }

  @Test
  void keepsNothingWhereNothingIsWanted() {
    ResultBuffer buffer = new ResultBuffer(0, 1000);
    add(buffer, 1);
    assertNull(buffer.poll());
    assertEquals(1, buffer.dropped());
  }

  @Test
  @DisplayName("ST-3, ST-8: pictures live until their result is let go; their bytes are bounded")
  void keepsPicturesAliveWithinTheBound() {
    ResultBuffer buffer = new ResultBuffer(9, 1300);
    Image first = picture();
    Image second = picture();
    Image third = picture();
    for (Image image : List.of(first, second, third)) {
      buffer.add(
          List.of(Map.of("all", List.of(Map.of("picture", image)))),
          List.of(new FrameStamp(Instant.EPOCH, 1, 0)));
      image.release();
    }
    assertThrows(IllegalStateException.class, first::retain, "600 bytes each, 1300 at most");
    assertEquals(1200, buffer.bytes());
    StreamResult result = buffer.poll();
    assertEquals(20, second.retain().width());
    second.release();
    result.close();
    result.close();
    assertThrows(IllegalStateException.class, second::retain);
    buffer.close();
    assertThrows(IllegalStateException.class, third::retain);
    Image late = picture();
    buffer.add(List.of(Map.of("p", late)), List.of(new FrameStamp(Instant.EPOCH, 1, 0)));
    assertFalse(late.shared(), "a closed one keeps nothing");
    late.release();
  }

  @Test
  void keepsThePlaceOfASourceWithoutAFrame() {
    ResultBuffer buffer = new ResultBuffer(2, 1000);
    FrameStamp stamp = new FrameStamp(Instant.EPOCH, 4, 1);
    buffer.add(Arrays.asList(null, Map.of("n", 1)), Arrays.asList(null, stamp));
    StreamResult result = buffer.poll();
    assertNull(result.outputs().get(0));
    assertNull(result.stamps().get(0));
    assertSame(stamp, result.stamps().get(1));
  }

  private Image picture() {
    return Image.frame(pool.take(20, 10, 3), pool, "p", VideoMetadata.unknown("v"));
  }

  private static void add(ResultBuffer buffer, int n) {
    buffer.add(List.of(Map.of("n", n)), List.of(new FrameStamp(Instant.EPOCH, n, 0)));
  }
}
