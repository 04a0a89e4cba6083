package io.sightline.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BodyReaderTest {
  private final List<byte[]> bodies = new ArrayList<>();
  private final List<Integer> refusals = new ArrayList<>();
  private IntConsumer room = count -> {};

  /** Has these bytes now, and no more. */
  private static final class Pieces extends ServletInputStream {
    private final ByteArrayInputStream bytes;

    Pieces(int count) {
      bytes = new ByteArrayInputStream(new byte[count]);
    }

    @Override
    public boolean isFinished() {
      return false;
    }

    @Override
    public boolean isReady() {
      return bytes.available() > 0;
    }

    @Override
    public void setReadListener(ReadListener listener) {}

    @Override
    public int read() {
      return bytes.read();
    }
  }

  private BodyReader reader(int bytes) {
    return new BodyReader(
        new Pieces(bytes),
        100,
        room,
        bodies::add,
        refused -> refusals.add(refused.reply().status()));
  }

  @Test
  void handsTheWholeBodyOn() throws IOException {
    BodyReader reader = reader(100);
    reader.onDataAvailable();
    assertTrue(bodies.isEmpty());
    reader.onAllDataRead();
    assertArrayEquals(new byte[100], bodies.get(0));
    reader.expire();
    reader.onAllDataRead();
    assertEquals(1, bodies.size());
    assertTrue(refusals.isEmpty());
  }

  @Test
  @DisplayName("H-3: a body of too many bytes is refused with 413")
  void refusesTooManyBytes() throws IOException {
    BodyReader reader = reader(101);
    reader.onDataAvailable();
    reader.onAllDataRead();
    assertEquals(List.of(413), refusals);
    assertTrue(bodies.isEmpty());
  }

  @Test
  @DisplayName("H-3: a body that does not come in time is given up with 408")
  void givesUpABodyThatDoesNotCome() throws IOException {
    BodyReader reader = reader(10);
    reader.onDataAvailable();
    reader.expire();
    reader.onDataAvailable();
    reader.onAllDataRead();
    reader.onError(new IOException());
    assertEquals(List.of(408), refusals);
    assertTrue(bodies.isEmpty());
  }

  @Test
  void aBodyThatBreaksOffIsRefused() {
    reader(10).onError(new IOException());
    assertEquals(List.of(400), refusals);
  }

  @Test
  @DisplayName("H-2: a body that finds no room is refused with 503")
  void refusesABodyThatFindsNoRoom() throws IOException {
    room =
        count -> {
          throw new HttpException(503, "RequestLimitReached", "full");
        };
    BodyReader reader = reader(10);
    reader.onDataAvailable();
    reader.onAllDataRead();
    assertEquals(List.of(503), refusals);
  }
}
