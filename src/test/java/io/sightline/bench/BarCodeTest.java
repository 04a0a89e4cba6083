package io.sightline.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BarCodeTest {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 480;
  private static final int STRIDE = 672;

  private final ByteBuffer luma = ByteBuffer.allocateDirect(STRIDE * HEIGHT);
  private final Random random = new Random(7);

  @Test
  void readsEveryNumberThatItWrote() {
    for (int number = 0; number < BarCode.MODULUS; number += 4093) {
      write(number);
      assertEquals(OptionalInt.of(number), read());
    }
    write(BarCode.MODULUS - 1);
    assertEquals(OptionalInt.of(BarCode.MODULUS - 1), read());
  }

  @Test
  void readsThroughNoiseAndALossOfContrast() {
    for (int number = 1; number < BarCode.MODULUS; number += 65_537) {
      write(number);
      for (int i = 0; i < luma.capacity(); i++) {
        int value = (luma.get(i) & 255) * 3 / 4 + 24 + random.nextInt(-30, 31);
        luma.put(i, (byte) Math.max(0, Math.min(255, value)));
      }
      assertEquals(OptionalInt.of(number), read());
    }
  }

  @Test
  void readsThroughTheLinesOfABox() {
    write(0x5A5A5);
    for (int x = 0; x < WIDTH; x++) {
      luma.put((HEIGHT - 9) * STRIDE + x, (byte) 255);
      luma.put((HEIGHT - 8) * STRIDE + x, (byte) 255);
    }
    assertEquals(OptionalInt.of(0x5A5A5), read());
  }

  @Test
  @DisplayName("B-3: a strip that is black, grey, covered or of a wrong check is not read")
  void doesNotGuess() {
    fill(16);
    assertEquals(OptionalInt.empty(), read());
    fill(235);
    assertEquals(OptionalInt.empty(), read());
    fill(128);
    assertEquals(OptionalInt.empty(), read());
    write(0x12345);
    for (int y = HEIGHT - 16; y < HEIGHT; y++) {
      for (int x = 0; x < 26; x++) {
        luma.put(y * STRIDE + x, (byte) 220);
      }
    }
    assertEquals(OptionalInt.empty(), read());
  }

  private void fill(int value) {
    for (int i = 0; i < luma.capacity(); i++) {
      luma.put(i, (byte) value);
    }
  }

  private void write(int number) {
    fill(90);
    BarCode.write(luma, STRIDE, WIDTH, HEIGHT, number);
  }

  private OptionalInt read() {
    return BarCode.read(luma, STRIDE, WIDTH, HEIGHT);
  }
}
