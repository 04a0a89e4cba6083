package io.sightline.session;

import dev.onvoid.webrtc.RTCIceCandidate;
import io.sightline.model.ModelStore;
import io.sightline.peer.Film;
import io.sightline.peer.TestPeer;
import io.sightline.settings.ReferenceFile;
import io.sightline.settings.Settings;
import io.sightline.soak.Growth;
import io.sightline.workflow.WorkflowEngine;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Opens and closes sessions, each with a peer that connects, sends a film and gets an annotated
 * picture back, and prints {@code cycle, resident KiB, threads} now and then. A process of its own:
 * with a heap of fixed size what grows is native. The argument is the number of cycles.
 */
public final class SessionSoakMain {
  /** Cycles between two lines. */
  static final int STRIDE = 10;

  private static final Film FILM = new Film(160, 120, 30, "VP8");

  private final SessionRegistry registry;

  private SessionSoakMain(SessionEnvironment environment) {
    registry = new SessionRegistry(4, () -> new Session(environment), LiveSession::closed);
  }

  public static void main(String[] args) throws Exception {
    Settings settings = new ReferenceFile(Map.of()).settings();
    ExecutorService lifeCycle = Executors.newFixedThreadPool(2);
    ExecutorService frames = Executors.newFixedThreadPool(2);
    ModelStore models = new ModelStore(settings);
    models.warmUp();
    WorkflowEngine engine = new WorkflowEngine(settings, type -> models, Runnable::run);
    SessionSoakMain soak =
        new SessionSoakMain(
            SessionEnvironment.of(
                settings,
                engine,
                lifeCycle,
                SessionEnvironment.frames(settings, frames),
                lifeCycle));
    Growth growth = new Growth();
    for (int cycle = 1; cycle <= Integer.parseInt(args[0]); cycle++) {
      soak.cycle();
      if (cycle % STRIDE == 0) {
        growth.sample(cycle);
      }
    }
    // the native threads end with the process
    Runtime.getRuntime().halt(0);
  }

  private void cycle() throws Exception {
    CompletableFuture<String> answer = new CompletableFuture<>();
    CompletableFuture<LiveSession> opened = new CompletableFuture<>();
    try (TestPeer peer = new TestPeer(FILM)) {
      String offer = peer.offer(c -> opened.thenAccept(session -> session.candidate(of(c))));
      LiveSession session =
          registry.open(
              new SessionOffer(offer, OfferOptions.DEFAULT), event -> hear(event, peer, answer));
      opened.complete(session);
      peer.answer(answer.get(20, TimeUnit.SECONDS));
      if (peer.pictures().poll(20, TimeUnit.SECONDS) == null) {
        throw new IllegalStateException("no picture came back within 20 s");
      }
      session.end(EndReason.CLIENT, "enough").toCompletableFuture().get(20, TimeUnit.SECONDS);
    }
  }

  private static void hear(SessionEvent event, TestPeer peer, CompletableFuture<String> answer) {
    if (event instanceof SessionEvent.Answered answered) {
      answer.complete(answered.sdp());
    } else if (event instanceof SessionEvent.CandidateFound found && found.candidate() != null) {
      IceCandidate c = found.candidate();
      peer.candidate(new RTCIceCandidate(c.sdpMid(), c.sdpMLineIndex(), c.candidate()));
    } else if (event instanceof SessionEvent.Refused refused) {
      answer.completeExceptionally(refused.problem());
    }
  }

  private static IceCandidate of(RTCIceCandidate candidate) {
    return new IceCandidate(candidate.sdp, candidate.sdpMid, candidate.sdpMLineIndex);
  }
}
