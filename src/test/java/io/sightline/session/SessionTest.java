package io.sightline.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.peer.Film;
import io.sightline.peer.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A session and a client, both in this JVM, over the loopback network. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class SessionTest {
  private static final UnaryOperator<String> AS_IT_IS = UnaryOperator.identity();
  private static PlainEnvironment environment;

  @BeforeAll
  static void open() {
    environment = new PlainEnvironment(Map.of());
  }

  @AfterAll
  static void close() {
    environment.close();
  }

  @Test
  @DisplayName("S-1, S-4: from the offer to the end, everything on the way")
  void carriesFramesAndResultsFromOfferToEnd() throws Exception {
    Session session = environment.session();
    try (ConnectedPeer client = connected(session, ConnectedPeer.echo(null, List.of("*")))) {
      SessionEvent.Answered answer = client.connect();
      assertEquals(session.id(), answer.sessionId());
      assertTrue(answer.token().length() >= 40, answer.token());
      assertTrue(answer.sdp().contains("msid:sightline "), "a stream id for browsers");
      assertTrue(answer.sdp().contains("x-google-start-bitrate"), "a start above the ramp");
      client.awaitState(SessionState.RUNNING);

      Picture picture = client.peer().pictures().poll(20, TimeUnit.SECONDS);
      assertNotNull(picture, "a picture comes back");
      assertEquals(640, picture.width());
      String result = client.peer().results().poll(20, TimeUnit.SECONDS);
      assertNotNull(result, "a result comes");
      assertTrue(result.contains("\"threshold\""), result);

      session.reportStatus();
      SessionSnapshot figures =
          client.await(SessionEvent.StatusReported.class, s -> true).snapshot();
      assertEquals(SessionState.RUNNING, figures.state());
      assertTrue(figures.frames().received() > 0 && figures.frames().sent() > 0, figures::toString);
      assertTrue(figures.connected());
      SessionSnapshot.Resources taken = figures.resources();
      assertTrue(taken.picturesHeld() > 0 && taken.picturesHeld() < 12, taken::toString);
      assertTrue(taken.pictureBytes() >= 640 * 480 * 3, taken::toString);
      assertTrue(taken.connectionBytes() > 160_000, taken::toString);
      assertTrue(taken.cpuSeconds() > 0, taken::toString);
      List<String> happened = figures.updates().stream().map(StatusUpdate::eventType).toList();
      assertTrue(happened.contains("SESSION_STATE_UPDATE"), happened::toString);
      assertTrue(happened.contains("CONNECTION_STATE_UPDATE"), happened::toString);

      session.end(EndReason.CLIENT, "done").toCompletableFuture().get(20, TimeUnit.SECONDS);
      SessionEvent.Ended ended = client.await(SessionEvent.Ended.class, e -> true);
      assertEquals(EndReason.CLIENT, ended.reason());
      assertEquals(SessionState.CLOSED, session.snapshot().state());
      assertTrue(awaitResult(client, "\"processing_complete\":true"), "the message of the end");
    }
  }

  @Test
  void pausesAndGoesOn() throws Exception {
    Session session = environment.session();
    try (ConnectedPeer client = connected(session, ConnectedPeer.echo())) {
      client.connect();
      client.awaitState(SessionState.RUNNING);
      assertNotNull(client.peer().pictures().poll(20, TimeUnit.SECONDS));
      session.pause();
      client.awaitState(SessionState.PAUSED);
      session.resume();
      client.awaitState(SessionState.RUNNING);
      long processed = session.snapshot().frames().processed();
      poll("frames after resume", () -> session.snapshot().frames().processed() > processed);
      end(session);
    }
  }

  @Test
  @DisplayName("S-1: pause, acknowledgement and end do not wait for a task that waits")
  void steersThePipelineWhileATaskWaits() throws Exception {
    Session session = environment.session();
    CountDownLatch waiting = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    try (ConnectedPeer client = connected(session, ConnectedPeer.echo(null, null, false))) {
      client.connect();
      client.awaitState(SessionState.RUNNING);
      poll("frames", () -> session.snapshot().frames().processed() > 0);
      client.intercept(
          event -> {
            waiting.countDown();
            await(release);
          });
      session.reportStatus();
      waiting.await();
      session.pause();
      poll("dropped frames", () -> session.snapshot().drops().paused() > 3);
      session.acknowledge(1);
      session.resume();
      session.acknowledge(Long.MAX_VALUE);
      long processed = session.snapshot().frames().processed();
      poll("frames after resume", () -> session.snapshot().frames().processed() > processed);
      session.end(EndReason.CLIENT, "done");
      assertEquals(SessionState.CLOSING, session.snapshot().state());
      assertFalse(session.closed().toCompletableFuture().isDone());
      release.countDown();
      session.closed().toCompletableFuture().get(20, TimeUnit.SECONDS);
    } finally {
      release.countDown();
    }
  }

  @Test
  @DisplayName("S-2: an end at any moment of the negotiation")
  void endsWhileItNegotiates() throws Exception {
    for (Class<?> moment :
        List.of(
            SessionOffer.class,
            SessionEvent.Answered.class,
            SessionEvent.CandidateFound.class,
            SessionEvent.StatusReported.class)) {
      Session session = environment.session();
      try (ConnectedPeer client = connected(session, ConnectedPeer.echo())) {
        client.intercept(
            event -> {
              if (moment.isInstance(event)) {
                session.end(EndReason.CLIENT, "done");
              }
            });
        client.peer().openChannel("late");
        if (moment == SessionOffer.class) {
          session.end(EndReason.CLIENT, "done");
        } else {
          client.connect();
        }
        session.closed().toCompletableFuture().get(20, TimeUnit.SECONDS);
        assertEquals(SessionState.CLOSED, session.snapshot().state());
      }
    }
  }

  @Test
  @DisplayName("S-8: a channel for files is closed at once, because nobody would read it")
  void closesAChannelForFiles() throws Exception {
    Session session = environment.session();
    try (ConnectedPeer client = connected(session, ConnectedPeer.echo())) {
      client.connect();
      client.awaitState(SessionState.RUNNING);
      client.peer().openChannel("video_upload");
      SessionEvent.Refused refused = client.await(SessionEvent.Refused.class, r -> true);
      assertEquals("NotAvailable", refused.problem().errorType());
      assertFalse(refused.fatal());
      poll("its close", () -> client.peer().closedChannels() == 1);
      end(session);
    }
  }

  @Test
  @DisplayName("S-8: too many channels at once end the session")
  void endsASessionOfTooManyChannels() throws Exception {
    Session session = environment.session();
    try (ConnectedPeer client = connected(session, ConnectedPeer.echo())) {
      client.connect();
      client.awaitState(SessionState.RUNNING);
      for (int i = 0; i < DataChannels.CHANNELS_MAX; i++) {
        client.peer().openChannel("channel " + i);
      }
      SessionEvent.Ended ended = client.await(SessionEvent.Ended.class, e -> true);
      assertTrue(ended.message().contains("8 data channels at once"), ended.message());
    }
  }

  @Test
  @DisplayName("S-5: a change is checked whole before any of it holds")
  void refusesUnknownOutputsAndKeepsWhatWas() throws Exception {
    Session session = environment.session();
    try (ConnectedPeer client = connected(session, ConnectedPeer.echo())) {
      client.connect();
      client.awaitState(SessionState.RUNNING);
      session.configure(new OutputChange(List.of("picture"), List.of("nonsense"), null));
      SessionEvent.Refused refused = client.await(SessionEvent.Refused.class, r -> true);
      assertFalse(refused.fatal());
      assertEquals(
          "Invalid data_output fields: ['nonsense']. Available workflow outputs: ['picture',"
              + " 'threshold']",
          refused.problem().getMessage());
      session.configure(new OutputChange(null, List.of("threshold"), Map.of("threshold", 0.25)));
      SessionEvent.Configured configured = client.await(SessionEvent.Configured.class, c -> true);
      assertNull(configured.streamOutput());
      assertEquals(List.of("threshold"), configured.dataOutput());
      assertTrue(awaitResult(client, "0.25"), "the new value shows");
      end(session);
    }
  }

  @Test
  @DisplayName("S-6: an ICE restart on the same connection")
  void restartsIceWhileFramesFlow() throws Exception {
    Session session = environment.session();
    try (ConnectedPeer client = connected(session, ConnectedPeer.echo())) {
      String before = ufrag(client.connect().sdp());
      client.awaitState(SessionState.RUNNING);
      assertNotNull(client.peer().pictures().poll(20, TimeUnit.SECONDS));
      String after = ufrag(client.restartIce().sdp());
      assertNotEquals(before, after);
      long processed = session.snapshot().frames().processed();
      poll(
          "frames after the restart",
          () -> session.snapshot().frames().processed() > processed + 5);
      end(session);
    }
  }

  @Test
  @DisplayName("S-11: the section that carries the video stays")
  void refusesAnOfferThatMovesTheVideoAndGoesOn() throws Exception {
    Session session = environment.session();
    try (ConnectedPeer client = connected(session, ConnectedPeer.echo())) {
      client.connect();
      client.awaitState(SessionState.RUNNING);
      client.offerAgain(sdp -> sdp.replaceFirst("m=video", "m=audio"));
      SessionEvent.Refused refused = client.await(SessionEvent.Refused.class, r -> true);
      assertFalse(refused.fatal());
      assertTrue(refused.problem().getMessage().contains("must stay"), refused::toString);
      long processed = session.snapshot().frames().processed();
      poll("frames afterwards", () -> session.snapshot().frames().processed() > processed + 5);
      end(session);
    }
  }

  @Test
  @DisplayName("S-13: a client that removes its video has ended the source")
  void endsWhenTheClientRemovesItsVideo() throws Exception {
    Session session = environment.session();
    try (ConnectedPeer client = connected(session, ConnectedPeer.echo())) {
      client.connect();
      client.awaitState(SessionState.RUNNING);
      client.offerAgain(sdp -> sdp.replaceFirst("m=video \\d+", "m=video 0"));
      SessionEvent.Ended ended = client.await(SessionEvent.Ended.class, e -> true);
      assertEquals(EndReason.SOURCE_ENDED, ended.reason());
      assertTrue(awaitResult(client, "\"processing_complete\":true"), "the message of the end");
      session.closed().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }
  }

  @Test
  @DisplayName("S-13: a client may stop its video for a while, as it does to change its camera")
  void waitsForAClientThatStopsItsVideo() throws Exception {
    Session session = environment.session();
    try (ConnectedPeer client = connected(session, ConnectedPeer.echo())) {
      client.connect();
      client.awaitState(SessionState.RUNNING);
      client.offerAgain(sdp -> sdp.replace("a=sendrecv", "a=recvonly"));
      assertTrue(client.answer().sdp().contains("a=sendonly"));
      poll("silence", () -> isSilent(session));
      assertTrue(session.expiry().isEmpty());
      client.offerAgain(AS_IT_IS::apply);
      assertTrue(client.answer().sdp().contains("a=sendrecv"));
      long processed = session.snapshot().frames().processed();
      poll("frames again", () -> session.snapshot().frames().processed() > processed + 5);
      client.peer().pictures().clear();
      assertNotNull(client.peer().pictures().poll(20, TimeUnit.SECONDS), "pictures again");
      end(session);
    }
  }

  @Test
  @DisplayName("S-11: a client that removes its track and adds one sends that in another section")
  void followsTheVideoToAnotherSection() throws Exception {
    Session session = environment.session();
    try (ConnectedPeer client = connected(session, ConnectedPeer.echo())) {
      client.connect();
      client.awaitState(SessionState.RUNNING);
      client.peer().stopFilm();
      client.offerAgain(AS_IT_IS::apply);
      client.answer();
      poll("silence", () -> isSilent(session));
      client.peer().addFilm();
      client.offerAgain(AS_IT_IS::apply);
      String answer = client.answer().sdp();
      assertTrue(answer.contains("a=sendonly") && answer.contains("a=recvonly"), answer);
      long processed = session.snapshot().frames().processed();
      poll("frames again", () -> session.snapshot().frames().processed() > processed + 5);
      client.peer().pictures().clear();
      assertNotNull(client.peer().pictures().poll(20, TimeUnit.SECONDS), "pictures again");
      end(session);
    }
  }

  @Test
  @DisplayName("S-13: who stops its video for good has ended the source")
  void endsWhenTheVideoDoesNotComeAgain() throws Exception {
    try (PlainEnvironment impatient =
        new PlainEnvironment(Map.of("SIGHTLINE_SESSION_SOURCE_GRACE", "0"))) {
      Session session = impatient.session();
      try (ConnectedPeer client = connected(session, ConnectedPeer.echo())) {
        client.connect();
        client.awaitState(SessionState.RUNNING);
        client.offerAgain(sdp -> sdp.replace("a=sendrecv", "a=inactive"));
        client.answer();
        assertEquals(EndReason.SOURCE_ENDED, session.expiry().orElseThrow().reason());
        end(session);
      }
    }
  }

  @Test
  @DisplayName("S-2: ending lets a decoder go that a full queue holds back")
  void endsWhileTheDecoderIsHeldBack() throws Exception {
    Session session = environment.session();
    try (ConnectedPeer client = connected(session, ConnectedPeer.echo(null, null, false))) {
      client.connect();
      client.awaitState(SessionState.RUNNING);
      poll("the channel", client.peer()::channelOpen);
      client.peer().say("{\"ack\":1}");
      poll("a queue that is full", () -> isHeldBack(session));
      end(session);
    }
  }

  @Test
  @DisplayName("S-20: a change of size is survived, and shows in what the session takes")
  void survivesAChangeOfSize() throws Exception {
    Session session = environment.session();
    try (ConnectedPeer client = connected(session, ConnectedPeer.echo())) {
      client.connect();
      assertNotNull(client.peer().pictures().poll(20, TimeUnit.SECONDS));
      SessionSnapshot.Resources large = session.snapshot().resources();
      client.peer().show(new Film(320, 240, 30, "VP8"));
      poll(
          "the other size",
          () -> {
            Picture picture = client.peer().pictures().poll();
            return picture != null && picture.width() == 320;
          });
      SessionSnapshot.Resources small = session.snapshot().resources();
      assertTrue(small.connectionBytes() < large.connectionBytes(), large + " then " + small);
      poll(
          "the large pictures' end",
          () -> session.snapshot().resources().pictureBytes() < large.pictureBytes() / 2);
      end(session);
    }
  }

  @Test
  void answersAClientThatTakesNoVideoBack() throws Exception {
    Session session = environment.session();
    try (ConnectedPeer client = connected(session, ConnectedPeer.echo(List.of(), null))) {
      client.connect();
      assertNotNull(client.peer().results().poll(20, TimeUnit.SECONDS));
      assertEquals(0, session.snapshot().frames().sent());
      session.configure(new OutputChange(List.of("picture"), null, null));
      assertEquals(
          "WebRTCConfigurationError",
          client.await(SessionEvent.Refused.class, r -> true).problem().errorType());
      end(session);
    }
  }

  @Test
  @DisplayName("P-4: no picture goes back while none is asked for, and that is no failure")
  void stopsTheVideoBackAndStartsItAgain() throws Exception {
    Session session = environment.session();
    try (ConnectedPeer client = connected(session, ConnectedPeer.echo())) {
      client.connect();
      assertNotNull(client.peer().pictures().poll(20, TimeUnit.SECONDS));
      session.configure(new OutputChange(List.of(), null, null));
      assertEquals(
          List.of(), client.await(SessionEvent.Configured.class, c -> true).streamOutput());
      SessionSnapshot.Frames before = session.snapshot().frames();
      poll(
          "frames without a picture",
          () -> session.snapshot().frames().processed() > before.processed() + 5);
      assertTrue(session.snapshot().frames().sent() <= before.sent() + 1);
      assertEquals(0, session.snapshot().frames().failed());
      session.configure(new OutputChange(List.of("picture"), null, null));
      poll("pictures again", () -> session.snapshot().frames().sent() > before.sent() + 5);
      end(session);
    }
  }

  @Test
  void takesVideoFromAClientThatOnlySends() throws Exception {
    Session session = environment.session();
    try (ConnectedPeer client =
        new ConnectedPeer(
            session,
            Film.small(),
            ConnectedPeer.echo(),
            sdp -> sdp.replace("a=sendrecv", "a=sendonly"))) {
      assertTrue(client.connect().sdp().contains("a=recvonly"));
      assertNotNull(client.peer().results().poll(20, TimeUnit.SECONDS));
      end(session);
    }
  }

  @Test
  @DisplayName("S-7: what does not open leaves nothing behind")
  void refusesWhatCannotBeAnsweredAndLeavesNothing() throws Exception {
    refused("not a description", "InvalidOffer");
    refused("v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n", "InvalidOffer");
    refused(
        "v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\nm=video 9 UDP/TLS/RTP/SAVPF 96\r\n",
        "InvalidOffer");
    refused(
        "v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n"
            + "m=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\n",
        "InvalidOffer");
  }

  @Test
  void refusesAWorkflowThatDoesNotCompile() throws Exception {
    Session session = environment.session();
    OfferOptions options =
        new OfferOptions(
            "{\"version\":\"1.0\"}",
            null,
            null,
            Map.of(),
            null,
            null,
            null,
            List.of(),
            null,
            null,
            null,
            null,
            null,
            null,
            null);
    try (ConnectedPeer client = connected(session, options)) {
      SessionEvent.Refused refused =
          client.await(SessionEvent.Refused.class, SessionEvent.Refused::fatal);
      assertTrue(refused.problem() instanceof WorkflowRejected, refused::toString);
      session.closed().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }
  }

  @Test
  @DisplayName(
      "WF-6: a session runs a stored workflow by its name, and says so where there is none")
  void runsAStoredWorkflow() throws Exception {
    Session session = environment.session();
    try (ConnectedPeer client = connected(session, stored("none"))) {
      SessionEvent.Refused refused =
          client.await(SessionEvent.Refused.class, SessionEvent.Refused::fatal);
      assertEquals("WorkflowNotFound", refused.problem().errorType());
      session.closed().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }
    try (ConnectedPeer client = connected(environment.session(), stored("default-workflow"))) {
      client.connect();
    }
  }

  private static OfferOptions stored(String id) {
    return new OfferOptions(
        null, id, null, Map.of(), null, null, null, List.of(), null, null, null, null, null, null,
        null);
  }

  @Test
  @DisplayName("S-8: a flood on the data channel ends its session")
  void endsAFloodingSession() throws Exception {
    Session session = environment.session();
    try (ConnectedPeer client = connected(session, ConnectedPeer.echo())) {
      client.connect();
      poll("the channel", client.peer()::channelOpen);
      client.peer().say("garbage");
      SessionEvent.Refused refused = client.await(SessionEvent.Refused.class, r -> true);
      assertEquals("InvalidDataChannelMessage", refused.problem().errorType());
      for (int i = 0; i < 1000; i++) {
        client.peer().say("{\"ack\":" + i + "}");
      }
      SessionEvent.Ended ended = client.await(SessionEvent.Ended.class, e -> true);
      assertEquals(EndReason.ERROR, ended.reason());
      assertTrue(ended.message().contains("100 messages a second"), ended.message());
    }
  }

  @Test
  @DisplayName("S-2: closing twice, from several threads")
  void closesOnceForManyCallers() throws Exception {
    Session session = environment.session();
    try (ConnectedPeer client = connected(session, ConnectedPeer.echo())) {
      client.connect();
      client.awaitState(SessionState.RUNNING);
      CountDownLatch start = new CountDownLatch(1);
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        Thread thread =
            new Thread(
                () -> {
                  await(start);
                  session.end(EndReason.ADMINISTRATOR, "ended by hand");
                  session.close();
                });
        thread.start();
        threads.add(thread);
      }
      start.countDown();
      for (Thread thread : threads) {
        thread.join();
      }
      session.closed().toCompletableFuture().get(20, TimeUnit.SECONDS);
      client.await(SessionEvent.Ended.class, e -> true);
    }
  }

  @Test
  void endsWhenThePeerGoesAway() throws Exception {
    Session session = environment.session();
    ConnectedPeer client = connected(session, ConnectedPeer.echo());
    client.connect();
    client.awaitState(SessionState.RUNNING);
    client.close();
    poll("the loss", () -> !session.snapshot().connected());
    end(session);
  }

  @Test
  @DisplayName("S-2: thirty sessions one after the other leave no thread behind")
  void leavesNothingBehind() throws Exception {
    openAndClose(5);
    int before = Thread.activeCount();
    openAndClose(30);
    poll("the same number of threads", () -> Thread.activeCount() <= before + 2);
  }

  private static boolean isSilent(Session session) throws InterruptedException {
    long before = session.snapshot().frames().received();
    TimeUnit.MILLISECONDS.sleep(500);
    return session.snapshot().frames().received() == before;
  }

  /** No frame was processed for a while, though some wait and others had no room. */
  private static boolean isHeldBack(Session session) throws InterruptedException {
    SessionSnapshot.Frames before = session.snapshot().frames();
    TimeUnit.MILLISECONDS.sleep(700);
    SessionSnapshot.Frames after = session.snapshot().frames();
    return after.processed() == before.processed() && after.dropped() > before.dropped();
  }

  private static void openAndClose(int times) throws Exception {
    for (int i = 0; i < times; i++) {
      Session session = environment.session();
      try (ConnectedPeer client = connected(session, ConnectedPeer.echo())) {
        client.connect();
        client.awaitState(SessionState.RUNNING);
        end(session);
      }
    }
  }

  private static ConnectedPeer connected(Session session, OfferOptions options) {
    return new ConnectedPeer(session, Film.small(), options, AS_IT_IS);
  }

  private static void refused(String sdp, String errorType) throws Exception {
    Session session = environment.session();
    LinkedBlockingQueue<SessionEvent> events = new LinkedBlockingQueue<>();
    session.open(new SessionOffer(sdp, ConnectedPeer.echo()), events::add);
    SessionEvent event = events.poll(20, TimeUnit.SECONDS);
    assertTrue(event instanceof SessionEvent.Refused, () -> "not refused: " + event);
    SessionEvent.Refused refused = (SessionEvent.Refused) event;
    assertEquals(errorType, refused.problem().errorType(), refused.problem()::getMessage);
    assertTrue(refused.fatal());
    session.closed().toCompletableFuture().get(20, TimeUnit.SECONDS);
    assertNull(events.poll(), "nothing follows");
  }

  private static boolean awaitResult(ConnectedPeer client, String part) throws Exception {
    for (String result; (result = client.peer().results().poll(20, TimeUnit.SECONDS)) != null; ) {
      if (result.contains(part)) {
        return true;
      }
    }
    return false;
  }

  private static void end(Session session) throws Exception {
    CompletionStage<Void> closed = session.end(EndReason.CLIENT, "done");
    closed.toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  private static String ufrag(String sdp) {
    return sdp.lines().filter(l -> l.startsWith("a=ice-ufrag:")).findFirst().orElseThrow();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private interface Condition {
    boolean holds() throws Exception;
  }

  private static void poll(String what, Condition condition) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!condition.holds()) {
      assertTrue(System.nanoTime() < deadline, () -> "no " + what);
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }
}
