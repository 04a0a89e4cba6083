package io.sightline.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onvoid.webrtc.media.video.I420Buffer;
import dev.onvoid.webrtc.media.video.VideoFrame;
import io.sightline.vision.Image;
import io.sightline.vision.ImagePool;
import org.bytedeco.javacpp.indexer.UByteIndexer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InboundFrameTest {
  private final ImagePool pool = new ImagePool(4);

  @ParameterizedTest
  @CsvSource({
    "81, 90, 240, 0, 0, 255",
    "145, 54, 34, 0, 255, 0",
    "41, 240, 110, 255, 0, 0",
    "235, 128, 128, 255, 255, 255",
    "16, 128, 128, 0, 0, 0"
  })
  @DisplayName("M-4: planes of BT.601 in limited range become blue, green, red in this order")
  void convertsColours(int y, int u, int v, int blue, int green, int red) {
    InboundFrame frame = new InboundFrame(TestFrames.plain(64, 48, y, u, v, 0));
    Image image = frame.toImage(pool, "image.[0]", TestFrames.VIDEO);
    frame.release();
    try (UByteIndexer pixels = image.pixels().createIndexer()) {
      assertEquals(blue, pixels.get(47, 63, 0), 3);
      assertEquals(green, pixels.get(47, 63, 1), 3);
      assertEquals(red, pixels.get(47, 63, 2), 3);
    }
    image.release();
  }

  @ParameterizedTest
  @CsvSource({"2,2", "3,3", "33,17", "321,241", "1919,1079", "640,480"})
  void convertsEverySizeOddOnesAmongThem(int width, int height) {
    InboundFrame frame = new InboundFrame(TestFrames.plain(width, height, 81, 90, 240, 0));
    Image image = frame.toImage(pool, "image.[0]", TestFrames.VIDEO);
    frame.release();
    assertEquals(width, image.width());
    assertEquals(height, image.height());
    try (UByteIndexer pixels = image.pixels().createIndexer()) {
      assertEquals(255, pixels.get(height - 1, width - 1, 2), 3);
      assertEquals(255, pixels.get(0, width - 1, 2), 3);
      assertEquals(255, pixels.get(height - 1, 0, 2), 3);
    }
    image.release();
  }

  @ParameterizedTest
  @CsvSource({"0,0,0", "90,19,0", "180,19,9", "270,0,9", "450,19,0"})
  @DisplayName("M-4: a rotated frame becomes an upright picture")
  void turnsThePictureUpright(int degrees, int markX, int markY) {
    boolean lying = degrees % 180 == 0;
    int width = lying ? 20 : 10;
    int height = lying ? 10 : 20;
    VideoFrame native0 = TestFrames.plain(width, height, 16, 128, 128, degrees);
    I420Buffer planes = native0.buffer.toI420();
    planes.getDataY().put(0, (byte) 235);
    InboundFrame frame = new InboundFrame(native0);
    assertEquals(20, frame.width());
    assertEquals(10, frame.height());
    Image image = frame.toImage(pool, "image.[0]", TestFrames.VIDEO);
    frame.release();
    assertEquals(20, image.width());
    assertEquals(10, image.height());
    try (UByteIndexer pixels = image.pixels().createIndexer()) {
      assertEquals(255, pixels.get(markY, markX, 1), 3);
      assertEquals(0, pixels.get(5, 10, 1), 3);
    }
    image.release();
  }

  @Test
  void countsTheTimestampInNinetiethsOfAMillisecond() {
    InboundFrame frame = TestFrames.inbound(16, 16);
    assertEquals(180_000, frame.pts());
    frame.release();
  }

  @Test
  void takesItsMemoryFromThePoolAndGivesItBack() {
    InboundFrame frame = TestFrames.inbound(64, 64);
    Image first = frame.toImage(pool, "a", TestFrames.VIDEO);
    long address = first.pixels().data().address();
    first.release();
    Image second = frame.toImage(pool, "b", TestFrames.VIDEO);
    assertEquals(address, second.pixels().data().address());
    second.release();
    frame.release();
    assertEquals(1, pool.idle());
  }

  @Test
  @DisplayName("M-3: a frame is released exactly once however often it is asked")
  void releasesOnce() {
    InboundFrame frame = TestFrames.inbound(16, 16);
    frame.release();
    frame.release();
    MediaException e =
        assertThrows(
            MediaException.class, () -> frame.toImage(pool, "image.[0]", TestFrames.VIDEO));
    assertTrue(e.getMessage().contains("released"));
    assertEquals(0, pool.idle());
  }
}
