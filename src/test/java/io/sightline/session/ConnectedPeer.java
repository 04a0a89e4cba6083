package io.sightline.session;

import dev.onvoid.webrtc.RTCIceCandidate;
import io.sightline.peer.Film;
import io.sightline.peer.TestPeer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** A client in this JVM and the session that answers it, wired together. */
final class ConnectedPeer implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 30;

  private final BlockingQueue<SessionEvent> events = new LinkedBlockingQueue<>();
  private final TestPeer peer;
  private final LiveSession session;
  private volatile Consumer<SessionEvent> intercept = event -> {};

  ConnectedPeer(
      LiveSession session, Film film, OfferOptions options, Function<String, String> edit) {
    this(session, new TestPeer(film), options, edit);
  }

  ConnectedPeer(
      LiveSession session, TestPeer peer, OfferOptions options, Function<String, String> edit) {
    this.session = session;
    this.peer = peer;
    String offer = edit.apply(peer.offer(this::toSession));
    session.open(new SessionOffer(offer, options), this::onEvent);
  }

  static OfferOptions echo() {
    return echo(null, null);
  }

  static OfferOptions echo(List<String> streamOutput, List<String> dataOutput) {
    return echo(streamOutput, dataOutput, null);
  }

  static OfferOptions echo(List<String> streamOutput, List<String> dataOutput, Boolean realtime) {
    return options(PlainEnvironment.ECHO, streamOutput, dataOutput, realtime, null, null);
  }

  static OfferOptions workflow(String definition) {
    return options(definition, null, null, null, null, null);
  }

  /** Shows the frame as it came in, and brings ICE servers along. */
  static OfferOptions echo(IceServer... servers) {
    OfferOptions echo = echo();
    return new OfferOptions(
        echo.workflowDefinition(),
        null,
        null,
        Map.of(),
        null,
        null,
        null,
        List.of(servers),
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /** Shows what the server captures. */
  static OfferOptions captured(String rtspUrl, String mjpegUrl, Boolean realtime) {
    return options(PlainEnvironment.ECHO, null, null, realtime, rtspUrl, mjpegUrl);
  }

  private static OfferOptions options(
      String definition,
      List<String> streamOutput,
      List<String> dataOutput,
      Boolean realtime,
      String rtspUrl,
      String mjpegUrl) {
    return new OfferOptions(
        definition,
        null,
        null,
        Map.of(),
        streamOutput,
        dataOutput,
        realtime,
        List.of(),
        null,
        null,
        null,
        rtspUrl,
        mjpegUrl,
        null,
        null);
  }

  /** Calls {@code code} with each further event, on the session's serial executor. */
  void intercept(Consumer<SessionEvent> code) {
    intercept = code;
  }

  TestPeer peer() {
    return peer;
  }

  /** Takes the answer and waits until media can flow. */
  SessionEvent.Answered connect() throws InterruptedException {
    SessionEvent.Answered answer = answer();
    peer.awaitConnected();
    return answer;
  }

  /** Waits for the answer and hands it to the client. */
  SessionEvent.Answered answer() throws InterruptedException {
    SessionEvent.Answered answer = await(SessionEvent.Answered.class, a -> true);
    peer.answer(answer.sdp());
    return answer;
  }

  /** A further offer with new ICE credentials, answered. */
  SessionEvent.Answered restartIce() throws InterruptedException {
    session.offer(peer.offerRestart(this::toSession));
    return answer();
  }

  /** A further offer as {@code edit} makes it; what comes of it is an event. */
  void offerAgain(Function<String, String> edit) {
    session.offer(edit.apply(peer.offer(this::toSession)));
  }

  /** The next event of this type that fits; those before it are dropped. */
  <T extends SessionEvent> T await(Class<T> type, Predicate<T> fits) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (true) {
      SessionEvent event = events.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (event == null) {
        throw new AssertionError("no " + type.getSimpleName());
      }
      if (type.isInstance(event) && fits.test(type.cast(event))) {
        return type.cast(event);
      }
    }
  }

  void awaitState(SessionState state) throws InterruptedException {
    await(SessionEvent.StatusReported.class, s -> s.snapshot().state() == state);
  }

  @Override
  public void close() {
    peer.close();
  }

  private void toSession(RTCIceCandidate c) {
    session.candidate(new IceCandidate(c.sdp, c.sdpMid, c.sdpMLineIndex));
  }

  private void onEvent(SessionEvent event) {
    events.add(event);
    intercept.accept(event);
    if (event instanceof SessionEvent.CandidateFound found && found.candidate() != null) {
      IceCandidate c = found.candidate();
      peer.candidate(new RTCIceCandidate(c.sdpMid(), c.sdpMLineIndex(), c.candidate()));
    }
  }
}
