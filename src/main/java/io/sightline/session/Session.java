package io.sightline.session;

import dev.onvoid.webrtc.RTCPeerConnectionState;
import io.sightline.datachannel.ControlMessage;
import io.sightline.pipeline.FramePipeline;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * One client's connection from its offer to its end.
 *
 * <p>{@link #open} answers the offer; from then on frames flow past this class, from the inbound
 * track through the pipeline to the outbound track. What clients, housekeeper and administrators
 * ask for, and what the library reports, becomes a task on one serial executor: there is one thread
 * at a time in here, and never a native one. {@link #end} tells the client why, lets the last
 * results leave and releases every part in one order.
 */
@Dependent
public class Session implements LiveSession, AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Session.class.getName());

  private final String id = UUID.randomUUID().toString();
  private final Instant openedAt = Instant.now();
  private final SessionEnd end;
  private final SessionUpdates updates = new SessionUpdates();
  private final ClientEvents client = new ClientEvents(id, updates);
  private final SessionTasks tasks;
  private final SessionTimes times;
  private final SessionParts parts;
  private final InboundMessages messages;
  private final VideoMeter video;
  private final SessionStory story;
  private final SessionOpening opening;
  private final SessionProgress progress;

  @Inject
  public Session(SessionEnvironment environment) {
    this.end = new SessionEnd(environment.limits().close(), System::nanoTime);
    this.tasks = new SessionTasks(environment.lifeCycle(), end::begun, client::refuse, this::fail);
    this.times = new SessionTimes(environment.limits(), System::nanoTime);
    this.parts = new SessionParts(environment, tasks, this::fail);
    this.messages =
        new InboundMessages(
            environment.inbound(),
            tasks,
            System::nanoTime,
            parts::resultsSent,
            this::onMessage,
            client::refuse,
            message -> end(EndReason.ERROR, message));
    this.video = new VideoMeter(System::nanoTime);
    this.story = new SessionStory(id, environment.journal());
    this.opening = new SessionOpening(id, environment, times, parts, client);
    this.progress = new SessionProgress(updates, this::tellStatus);
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public void open(SessionOffer offer, Consumer<SessionEvent> receiver) {
    client.to(receiver);
    story.offered(offer.client());
    tasks.execute(() -> start(offer));
  }

  @Override
  public void offer(String sdp) {
    tasks.request(() -> parts.negotiation().offer(sdp));
  }

  @Override
  public void candidate(IceCandidate candidate) {
    tasks.request(() -> parts.negotiation().candidate(candidate));
  }

  @Override
  public void configure(OutputChange change) {
    tasks.request(() -> client.tell(opening.outputs().change(change)));
  }

  @Override
  public void pause() {
    steer(FramePipeline::pause);
    tasks.request(() -> progress.become(now -> now.halted(true)));
  }

  @Override
  public void resume() {
    steer(FramePipeline::resume);
    tasks.request(() -> progress.become(now -> now.halted(false)));
  }

  @Override
  public void acknowledge(long frameId) {
    steer(pipeline -> pipeline.acknowledge(frameId));
  }

  /**
   * At once, because a task may wait for statistics, those for the decoder's thread, and that one
   * for room behind the very frames that wait here; in order as well, because the pipeline may not
   * be there yet.
   */
  private void steer(Consumer<FramePipeline> action) {
    Optional.ofNullable(parts.pipeline()).ifPresent(action);
    tasks.request(() -> action.accept(parts.pipeline()));
  }

  @Override
  public void reportStatus() {
    tasks.request(
        () -> {
          video.measure(parts.connection());
          tellStatus();
        });
  }

  @Override
  public void touch() {
    times.active();
  }

  @Override
  public void socketLost() {
    times.socketLost();
    client.silence();
  }

  @Override
  public void refresh() {
    if (end.begun()) {
      if (end.watch(id, progress.state())) {
        parts.abandon();
      }
      return;
    }
    updates.observe(parts.pipeline());
    tasks.request(
        () -> {
          video.measure(parts.connection());
          parts.adaptBitrate();
        });
  }

  @Override
  public Optional<Expiry> expiry() {
    times.observe(parts.pipeline());
    return end.begun() ? Optional.empty() : times.expiry();
  }

  @Override
  public SessionSnapshot snapshot() {
    SessionSnapshot empty =
        SessionFigures.empty(id, end.shown(progress.state()), openedAt, times.uptimeSeconds());
    return SessionFigures.with(
            empty,
            parts.pipeline(),
            progress.connected(),
            video.latest(),
            opening.declaredFps(),
            messages.refused())
        .with(parts::resources, updates.all());
  }

  @Override
  public CompletionStage<Void> end(EndReason reason, String message) {
    if (end.begin()) {
      parts.letGo();
      tasks.execute(() -> finish(reason, message));
    }
    return end.closed();
  }

  @Override
  public CompletionStage<Void> closed() {
    return end.closed();
  }

  /** As {@link #end}, without waiting; the container calls it when it destroys the bean. */
  @Override
  @PreDestroy
  public void close() {
    end(EndReason.DRAINED, "the session was closed");
  }

  private void start(SessionOffer offer) {
    if (end.begun()) {
      return;
    }
    try {
      opening.start(offer, listener(offer.signaled()));
    } catch (RuntimeException | Error e) {
      refuseToOpen(ErrorWrapping.typed(e));
    }
  }

  /** A client without signaling says that it leaves by closing its data channels. */
  private SessionParts.Listener listener(boolean signaled) {
    return new SessionParts.Listener(
        updates.connection(this::onConnection),
        new Negotiation.Listener(
            () -> end(EndReason.SOURCE_ENDED, "the client sends its video no more"),
            times::sending,
            this::onAnswer,
            candidate -> client.tell(new SessionEvent.CandidateFound(candidate)),
            client::refuse,
            this::onBroken),
        messages,
        times::active,
        signaled ? () -> {} : () -> end(EndReason.CLIENT, "the client has left"),
        client::refuse,
        this::end);
  }

  private void onAnswer(String sdp) {
    opening.answer(sdp);
    progress.become(SessionStatus::negotiated);
  }

  private void onMessage(ControlMessage message) {
    times.active();
    opening.outputs().apply(message);
  }

  private void onConnection(RTCPeerConnectionState state) {
    switch (state) {
      case CONNECTED -> {
        times.connected();
        progress.become(now -> now.reachable(true));
        parts.connected();
        story.connected(parts.connection(), times.uptimeSeconds());
      }
      case DISCONNECTED -> {
        times.disconnected();
        progress.become(now -> now.reachable(false));
      }
      case FAILED -> end(EndReason.ERROR, "the connection to the peer failed");
      case CLOSED -> end(EndReason.CLIENT, "the peer closed the connection");
      default -> LOG.log(System.Logger.Level.TRACE, "session {0}: {1}", id, state);
    }
  }

  private void tellStatus() {
    client.tell(new SessionEvent.StatusReported(snapshot()));
  }

  private void refuseToOpen(SessionException problem) {
    if (end.begin()) {
      client.tell(new SessionEvent.Refused(problem, true));
      release(null);
    }
  }

  private void onBroken(SessionException problem) {
    if (progress.answered()) {
      end(EndReason.ERROR, problem.getMessage());
    } else {
      refuseToOpen(problem);
    }
  }

  private void fail(Throwable cause) {
    LOG.log(System.Logger.Level.WARNING, "session " + id + " failed", cause);
    end(EndReason.ERROR, "the session failed: " + cause);
  }

  private void finish(EndReason reason, String message) {
    end.closed().thenRun(() -> story.ended(snapshot(), reason, message));
    boolean reachable = progress.connected();
    progress.become(now -> now.ended(SessionState.CLOSING));
    Runnable bye = () -> client.tell(new SessionEvent.Ended(reason, message));
    if (!reachable) {
      bye.run();
    }
    String last = reason == EndReason.TIMEOUT_REACHED ? reason.wireName() : null;
    release(reachable ? new SessionParts.Farewell(last, bye) : null);
  }

  private void release(SessionParts.Farewell farewell) {
    parts
        .close(farewell)
        .whenComplete(
            (done, failure) -> {
              progress.close();
              client.silence();
              end.complete();
            });
  }
}
