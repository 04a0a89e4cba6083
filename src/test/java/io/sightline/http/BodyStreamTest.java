package io.sightline.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BodyStreamTest {
  private long now;

  private BodyStream stream(int bytes) {
    return new BodyStream(
        new ByteArrayInputStream(new byte[bytes]), 100, Duration.ofSeconds(5), () -> now);
  }

  @Test
  void readsABodyWithinItsBounds() throws IOException {
    BodyStream body = stream(100);
    assertEquals(100, body.readAllBytes().length);
    assertEquals(100, body.count());
    assertEquals(-1, body.read());
  }

  @Test
  @DisplayName("H-3: a body of too many bytes is refused with 413")
  void refusesTooManyBytes() {
    HttpException refused = assertThrows(HttpException.class, () -> stream(101).readAllBytes());
    assertEquals(413, refused.reply().status());
  }

  @Test
  @DisplayName("H-3: a body that trickles is given up with 408")
  void refusesABodyThatTrickles() throws IOException {
    BodyStream body = stream(100);
    body.read();
    now = Duration.ofSeconds(6).toNanos();
    HttpException refused = assertThrows(HttpException.class, body::read);
    assertEquals(408, refused.reply().status());
  }
}
