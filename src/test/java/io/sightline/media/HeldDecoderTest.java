package io.sightline.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.peer.Film;
import io.sightline.peer.ServerPeer;
import io.sightline.peer.TestPeer;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class HeldDecoderTest {
  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  @DisplayName("M-6: with the decoder held back, closing in order ends at once")
  void closesWhileTheDecoderIsHeldBack() throws InterruptedException {
    FrameQueue source = new FrameQueue(TestFrames.settings(), 10);
    OutboundTrack track = new OutboundTrack("annotated");
    ServerPeer server = new ServerPeer(track.track(), frame -> source.put(new InboundFrame(frame)));
    try (TestPeer client = new TestPeer(new Film(320, 240, 60, "VP8"))) {
      try {
        ServerPeer.connect(client, server);
        assertTrue(client.awaitConnected());
        while (source.snapshot().received() < 11) {
          Thread.sleep(1);
        }
        assertEquals(10, source.snapshot().waiting());
      } finally {
        source.close();
        server.close();
        track.close();
      }
    }
    assertEquals(0, source.snapshot().waiting());
  }
}
