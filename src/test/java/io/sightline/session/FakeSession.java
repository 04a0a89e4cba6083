package io.sightline.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Writes down what it is asked for; a test says what it answers. */
public final class FakeSession implements LiveSession {
  public final List<String> calls = Collections.synchronizedList(new ArrayList<>());
  public volatile Consumer<SessionEvent> events = event -> {};
  public volatile Expiry expiry;
  public volatile RuntimeException failure;
  private final String id = UUID.randomUUID().toString();
  private final CompletableFuture<Void> closed = new CompletableFuture<>();
  private final boolean closesAtOnce;

  public FakeSession() {
    this(true);
  }

  /**
   * @param closesAtOnce whether {@link #end} closes, or only {@link #finish}
   */
  public FakeSession(boolean closesAtOnce) {
    this.closesAtOnce = closesAtOnce;
  }

  /** Nothing of it is left. */
  public void finish() {
    closed.complete(null);
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public void open(SessionOffer offer, Consumer<SessionEvent> receiver) {
    events = receiver;
    calls.add("open " + offer.sdp());
  }

  @Override
  public void offer(String sdp) {
    calls.add("offer " + sdp);
  }

  @Override
  public void candidate(IceCandidate candidate) {
    calls.add("candidate " + (candidate == null ? null : candidate.candidate()));
  }

  @Override
  public void configure(OutputChange change) {
    calls.add("configure " + change);
  }

  @Override
  public void pause() {
    calls.add("pause");
  }

  @Override
  public void resume() {
    calls.add("resume");
  }

  @Override
  public void acknowledge(long frameId) {
    calls.add("acknowledge " + frameId);
  }

  @Override
  public void reportStatus() {
    calls.add("reportStatus");
  }

  @Override
  public void touch() {
    // every message does
  }

  @Override
  public void socketLost() {
    calls.add("socketLost");
  }

  @Override
  public void refresh() {
    calls.add("refresh");
  }

  @Override
  public Optional<Expiry> expiry() {
    if (failure != null) {
      throw failure;
    }
    return Optional.ofNullable(expiry);
  }

  @Override
  public SessionSnapshot snapshot() {
    return SessionFigures.empty(id, SessionState.RUNNING, Instant.EPOCH, 1.25);
  }

  @Override
  public CompletionStage<Void> end(EndReason reason, String message) {
    calls.add("end " + reason.wireName() + ": " + message);
    if (closesAtOnce) {
      finish();
    }
    return closed;
  }

  @Override
  public CompletionStage<Void> closed() {
    return closed;
  }
}
