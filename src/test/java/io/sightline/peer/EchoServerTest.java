package io.sightline.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EchoServerTest {
  @ParameterizedTest
  @ValueSource(strings = {"VP8", "VP9", "H264", "AV1"})
  void sendsBackTheFramesOfEveryCodec(String codec) throws InterruptedException {
    try (EchoServer server = new EchoServer();
        TestPeer client = new TestPeer(new Film(320, 240, 30, codec))) {
      ServerPeer.connect(client, server.peer());
      assertTrue(client.awaitConnected());
      Picture readable = null;
      for (int i = 0; i < 30 && (readable == null || readable.number() < 0); i++) {
        readable = client.pictures().poll(20, TimeUnit.SECONDS);
        assertNotNull(readable);
      }
      assertTrue(readable.number() >= 0);
      assertEquals(320, readable.width());
      assertTrue(readable.latencyNanos() > 0);
      assertNull(client.failure());
      assertNull(server.peer().failure());
    }
  }

  @Test
  void closesTwiceAndBeforeItWasConnected() {
    TestPeer client = new TestPeer(Film.small());
    client.offer(candidate -> {});
    client.close();
    client.close();
    EchoServer server = new EchoServer();
    server.peer().close();
    server.close();
  }
}
