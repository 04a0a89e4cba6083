package io.sightline.signaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.http.ApiKeys;
import io.sightline.session.EndReason;
import io.sightline.session.FakeSession;
import io.sightline.session.SessionEvent;
import io.sightline.session.SessionRegistry;
import io.sightline.settings.ReferenceFile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ConversationTest {
  private static final String CANDIDATE =
      "{\"type\":\"candidate\",\"candidate\":{\"candidate\":\"c%d\",\"sdpMid\":\"0\"}}";
  private static final String OFFER = "{\"type\":\"offer\",\"sdp\":\"v=0\"}";

  /** Of the key "secret". */
  private static final String HASH =
      "2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b";

  private final AtomicLong now = new AtomicLong();
  private final FakeSession session = new FakeSession();
  private final SessionRegistry registry = new SessionRegistry(1, () -> session, s -> {});
  private final FakeWire wire = new FakeWire();
  private final SignalingSettings settings =
      new SignalingSettings(10_000, 10, 2, Duration.ofSeconds(20), 3);
  private final Conversation conversation = conversation(wire);

  @Test
  void passesMessagesOnToTheSession() {
    receive(
        OFFER,
        CANDIDATE.formatted(1),
        "{\"type\":\"candidate\",\"candidate\":null}",
        "{\"type\":\"pause\"}",
        "{\"type\":\"resume\"}",
        "{\"type\":\"status\"}",
        "{\"type\":\"ack\",\"ack\":3}",
        "{\"type\":\"offer\",\"sdp\":\"second\"}",
        "{\"type\":\"ping\"}",
        "{\"type\":\"terminate\"}");
    assertEquals(
        List.of(
            "open v=0",
            "candidate c1",
            "candidate null",
            "pause",
            "resume",
            "reportStatus",
            "acknowledge 3",
            "offer second",
            "end client: the client ended the session"),
        session.calls);
    assertEquals(List.of("{\"type\":\"pong\"}"), wire.sent);
  }

  @Test
  @DisplayName("G-4: candidates may come before the offer")
  void keepsEarlyCandidatesForTheSession() {
    receive(CANDIDATE.formatted(1), CANDIDATE.formatted(2), OFFER);
    assertEquals(List.of("open v=0", "candidate c1", "candidate c2"), session.calls);
  }

  @Test
  void keepsNoMoreEarlyCandidatesThanASessionTakes() {
    for (int i = 0; i < 4; i++) {
      receive(CANDIDATE.formatted(i));
    }
    assertError("OfferMissing", "3 candidates came before an offer", false);
    receive(OFFER);
    assertEquals(4, session.calls.size());
  }

  @Test
  void saysThatThereIsNoSessionYet() {
    receive("{\"type\":\"pause\"}");
    assertError("OfferMissing", "send an offer first", false);
    receive("{\"type\":\"resume_session\",\"session_id\":\"a\",\"token\":\"b\"}");
    assertError("NotAvailable", "'resume_session' is not available on this server yet", false);
    assertNull(wire.code);
  }

  @Test
  void saysThatTheServerIsFull() {
    receive(OFFER);
    FakeWire second = new FakeWire();
    conversation(second).receive(OFFER);
    assertTrue(second.last().contains("session limit reached: 1 of 1 open"), second.last());
    assertTrue(second.last().contains("\"fatal\":true"));
    assertEquals(CloseCode.NORMAL, second.code);
  }

  @Test
  @DisplayName("G-13: an offer without a key is told why, and its socket closes")
  void refusesAnOfferWithoutAKey() {
    Map<String, String> answers =
        Map.of(
            OFFER,
            "MissingApiKeyError",
            OFFER.replace("}", ",\"api_key\":null}"),
            "MissingApiKeyError",
            OFFER.replace("}", ",\"api_key\":\"guess\"}"),
            "NotAuthorised");
    answers.forEach(
        (offer, errorType) -> {
          FakeWire guarded = new FakeWire();
          conversation(guarded, new KeyGuard(keys(HASH), null)).receive(offer);
          assertTrue(guarded.last().contains("\"error_type\":\"" + errorType), guarded.last());
          assertTrue(guarded.last().contains("\"fatal\":true"), guarded.last());
          assertTrue(!guarded.last().contains("guess"), guarded.last());
          assertEquals(CloseCode.POLICY, guarded.code);
        });
    assertEquals(List.of(), session.calls);
  }

  @Test
  @DisplayName("G-13: the key is in the offer, or came with the socket's request")
  void opensASessionForAKey() {
    conversation(new FakeWire(), new KeyGuard(keys(HASH), null))
        .receive(OFFER.replace("}", ",\"api_key\":\"secret\"}"));
    assertEquals(List.of("open v=0"), session.calls);
    FakeWire second = new FakeWire();
    conversation(second, new KeyGuard(keys(HASH), "secret")).receive(OFFER);
    assertTrue(second.last().contains("SessionLimitReached"), second.last());
    FakeWire third = new FakeWire();
    conversation(third, new KeyGuard(keys(HASH), "wrong"))
        .receive(OFFER.replace("}", ",\"api_key\":\"secret\"}"));
    assertTrue(third.last().contains("NotAuthorised"), "the address comes first: " + third.last());
  }

  @Test
  void goesOnAfterAnInvalidMessage() {
    receive("garbage", OFFER, "{\"type\":\"nonsense\"}", "{\"type\":\"ping\"}");
    assertEquals(3, wire.sent.size());
    assertTrue(wire.sent.get(0).contains("InvalidMessage"));
    assertEquals("{\"type\":\"pong\"}", wire.last());
    assertNull(wire.code);
  }

  @Test
  void saysThatMessagesAreTextsAndGoesOn() {
    receive(OFFER);
    conversation.receiveBinary();
    assertError("InvalidMessage", "not binary", false);
    receive("{\"type\":\"ping\"}");
    assertEquals("{\"type\":\"pong\"}", wire.last());
    for (int i = 0; i < 100; i++) {
      conversation.receiveBinary();
    }
    assertError("MessageRateExceeded", "more than 10 messages a second", true);
    assertEquals(CloseCode.POLICY, wire.code);
  }

  @Test
  void closesWhoSaysTooMuch() {
    receive(OFFER);
    for (int i = 0; i < 100; i++) {
      receive("{\"type\":\"ping\"}");
    }
    assertError("MessageRateExceeded", "more than 10 messages a second", true);
    assertEquals(CloseCode.POLICY, wire.code);
    assertEquals("end error: more than 10 messages a second", session.calls.get(1));
    assertEquals(2, session.calls.size());
  }

  @Test
  void closesWhoSendsTooLargeAMessage() {
    receive("{\"type\":\"ping\",\"x\":\"" + "ä".repeat(6000) + "\"}");
    assertError("MessageTooLarge", "at most 10000 bytes are accepted", true);
    assertEquals(CloseCode.TOO_LARGE, wire.code);
  }

  @Test
  @DisplayName("G-9: who sends too large a message reads why before the socket closes")
  void tellsBeforeItCloses() {
    receive(OFFER);
    conversation.reject();
    conversation.reject();
    assertError("MessageTooLarge", "at most 10000 bytes are accepted", true);
    assertNull(wire.code);
    receive("{\"type\":\"pause\"}");
    conversation.rejected();
    conversation.rejected();
    assertEquals(CloseCode.TOO_LARGE, wire.code);
    assertEquals(1, wire.sent.size());
    assertEquals(
        List.of(
            "open v=0", "end error: the message is too large: at most 10000 bytes are accepted"),
        session.calls.subList(0, 2));
  }

  @Test
  void closesTheSocketWithItsSession() {
    receive(OFFER);
    session.events.accept(new SessionEvent.Ended(EndReason.TIMEOUT_REACHED, "time limit"));
    assertTrue(wire.last().contains("\"terminated\""), wire.last());
    assertEquals(CloseCode.NORMAL, wire.code);
  }

  @Test
  void endsTheSessionOfAClosedSocketAtOnce() {
    receive(OFFER);
    conversation.closed(1001);
    assertEquals("end client: the client closed its socket", session.calls.get(1));
  }

  @Test
  @DisplayName("G-7: a lost socket leaves the media running")
  void leavesTheSessionOfALostSocketRunning() {
    receive(OFFER);
    conversation.closed(1006);
    assertEquals("socketLost", session.calls.get(1));
  }

  @Test
  @DisplayName("G-6: who says nothing is closed")
  void closesWhoMakesNoOfferInTime() {
    OpenSockets sockets = new OpenSockets(1);
    sockets.admit(conversation);
    now.addAndGet(TimeUnit.SECONDS.toNanos(19));
    sockets.sweep();
    assertNull(wire.code);
    now.addAndGet(TimeUnit.SECONDS.toNanos(1));
    sockets.sweep();
    assertError("OfferMissing", "no offer within 20 s", true);
    assertEquals(CloseCode.POLICY, wire.code);
    sockets.leave(conversation);
    sockets.leave(conversation);
    assertEquals(0, sockets.size());
  }

  @Test
  @DisplayName("G-6: sockets without a session are few")
  void refusesOneSocketTooMany() {
    OpenSockets sockets = new OpenSockets(2);
    sockets.admit(conversation(new FakeWire()));
    sockets.admit(conversation(new FakeWire()));
    sockets.admit(conversation);
    assertError("SocketLimitReached", "2 of 2 signaling sockets without a session", true);
    assertEquals(CloseCode.TRY_AGAIN_LATER, wire.code);
    receive(OFFER);
    assertTrue(session.calls.isEmpty());
  }

  @Test
  void letsASocketWithASessionStay() {
    OpenSockets sockets = new OpenSockets(1);
    sockets.admit(conversation);
    receive(OFFER);
    now.addAndGet(TimeUnit.HOURS.toNanos(1));
    sockets.sweep();
    assertTrue(conversation.hasSession());
    assertNull(wire.code);
    assertFalse(session.calls.contains("end"));
  }

  private void receive(String... messages) {
    for (String message : messages) {
      conversation.receive(message);
    }
  }

  /**
   * @param hashes as in the setting, empty for none
   */
  private static ApiKeys keys(String hashes) {
    return ApiKeys.of(new ReferenceFile(Map.of("SIGHTLINE_SECURITY_API_KEYS", hashes)).settings());
  }

  private void assertError(String type, String part, boolean fatal) {
    String last = wire.last();
    assertTrue(last.contains("\"error_type\":\"" + type + "\""), last);
    assertTrue(last.contains(part), last);
    assertTrue(last.contains("\"fatal\":" + fatal), last);
  }

  private Conversation conversation(Wire to) {
    return conversation(to, new KeyGuard(keys(""), null));
  }

  private Conversation conversation(Wire to, KeyGuard guard) {
    return new Conversation(
        guard, registry::open, new MessageCodec(10_000), new Outbox(to), settings, now::get);
  }
}
