package io.sightline.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.peer.Film;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A workflow that does not return, and what becomes of its session. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class StuckSessionTest {
  /** Two steps side by side: the first asks for help, and here never gets away from asking. */
  private static final String TWO_STEPS =
      """
      {"version": "1.0",
       "inputs": [{"type": "InferenceImage", "name": "image"}],
       "steps": [
         {"type": "roboflow_core/roboflow_object_detection_model@v2", "name": "a",
          "images": "$inputs.image", "model_id": "ssdlite-mobilenet-v2"},
         {"type": "roboflow_core/roboflow_object_detection_model@v2", "name": "b",
          "images": "$inputs.image", "model_id": "ssdlite-mobilenet-v2"}],
       "outputs": [{"type": "JsonField", "name": "a", "selector": "$steps.a.predictions"},
                   {"type": "JsonField", "name": "b", "selector": "$steps.b.predictions"}]}
      """;

  private final CountDownLatch entered = new CountDownLatch(1);
  private final CountDownLatch release = new CountDownLatch(1);

  @Test
  @DisplayName("S-14: the client is told, the place is free, the thread is replaced")
  void endsASessionWhoseWorkflowDoesNotReturn() throws Exception {
    try (PlainEnvironment environment =
        new PlainEnvironment(
            Map.of(
                "SIGHTLINE_MEDIA_STILL_AFTER", "0.1",
                "SIGHTLINE_PIPELINE_FRAME_TIMEOUT", "1",
                "SIGHTLINE_SESSION_CLOSE_TIMEOUT", "1",
                "SIGHTLINE_PIPELINE_THREADS", "1"),
            helper -> stick())) {
      Session session = environment.session();
      try (ConnectedPeer client = connected(session, ConnectedPeer.workflow(TWO_STEPS))) {
        client.connect();
        assertTrue(entered.await(30, TimeUnit.SECONDS), "the workflow runs");
        while (client.peer().starting() < 2) {
          TimeUnit.MILLISECONDS.sleep(20);
        }
        while (!session.closed().toCompletableFuture().isDone()) {
          visit(session, environment);
        }
        SessionEvent.Ended ended = client.await(SessionEvent.Ended.class, e -> true);
        assertEquals(EndReason.ERROR, ended.reason());
        assertEquals("a frame is in the workflow for more than 1 s", ended.message());
      }
      assertEquals(1, environment.frames().stuck());
      Session next = environment.session();
      try (ConnectedPeer client = connected(next, ConnectedPeer.echo())) {
        client.connect();
        assertNotNull(client.peer().pictures().poll(20, TimeUnit.SECONDS), "others go on");
        release.countDown();
        while (environment.frames().stuck() > 0) {
          TimeUnit.MILLISECONDS.sleep(20);
        }
        assertNotNull(client.peer().pictures().poll(20, TimeUnit.SECONDS), "and still do");
        next.end(EndReason.CLIENT, "done").toCompletableFuture().get(20, TimeUnit.SECONDS);
      }
    } finally {
      release.countDown();
    }
  }

  /** What the housekeeper does. */
  private static void visit(Session session, PlainEnvironment environment) throws Exception {
    session.expiry().ifPresent(e -> session.end(e.reason(), e.message()));
    session.refresh();
    environment.frames().relieve(environment.get().limits().frame());
    TimeUnit.MILLISECONDS.sleep(50);
  }

  private static ConnectedPeer connected(Session session, OfferOptions options) {
    return new ConnectedPeer(session, Film.small(), options, sdp -> sdp);
  }

  private void stick() {
    entered.countDown();
    try {
      release.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
