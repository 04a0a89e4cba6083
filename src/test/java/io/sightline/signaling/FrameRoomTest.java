package io.sightline.signaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FrameRoomTest {
  private static final int MESSAGE = 1_048_576;

  private final FrameRoom room = new FrameRoom(MESSAGE);

  @Test
  @DisplayName(
      "G-9: a message of 10 MB in one frame is answered, and the heap holds all such frames")
  void givesTheFirstFewRoomForMoreThanAMessage() {
    long all = 0;
    for (int i = 0; i < FrameRoom.WIDE_SOCKETS; i++) {
      int bytes = room.take();
      assertTrue(bytes > 10 * 1024 * 1024);
      all += bytes;
    }
    assertEquals(MESSAGE, room.take());
    assertTrue(all <= 256L * 1024 * 1024, all + " bytes");
  }

  @Test
  void takesRoomBack() {
    int wide = room.take();
    for (int i = 1; i < FrameRoom.WIDE_SOCKETS; i++) {
      room.take();
    }
    room.give(room.take());
    assertEquals(MESSAGE, room.take());
    room.give(wide);
    assertEquals(wide, room.take());
  }

  @Test
  void givesEachSocketRoomForAMessage() {
    FrameRoom large = new FrameRoom(16 * 1024 * 1024);
    for (int i = 0; i < 2 * FrameRoom.WIDE_SOCKETS; i++) {
      assertTrue(large.take() >= 16 * 1024 * 1024);
    }
  }
}
