package io.sightline.signaling;

import io.sightline.session.EndReason;
import io.sightline.session.IceCandidate;
import io.sightline.session.LiveSession;
import io.sightline.session.NotAvailable;
import io.sightline.session.RateLimit;
import io.sightline.session.SessionEvent;
import io.sightline.session.SessionOffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * One socket's talk with one session. Messages come one at a time on the socket's threads and only
 * enqueue at the session; its events come on the session's serial executor and only enqueue at the
 * outbox.
 */
final class Conversation {
  /** A page sends its candidates and acknowledgements in bursts. */
  private static final int BURST_SECONDS = 3;

  private final KeyGuard guard;
  private final BiFunction<SessionOffer, Consumer<SessionEvent>, LiveSession> door;
  private final MessageCodec codec;
  private final Outbox outbox;
  private final SignalingSettings settings;
  private final LongSupplier nanos;
  private final long openedAt;
  private final RateLimit rate;
  private final Queue<IceCandidate> early = new ArrayDeque<>();
  private volatile LiveSession session;
  private volatile boolean over;

  /**
   * @param door opens a session, or throws
   * @param nanos a clock as {@link System#nanoTime()}
   */
  Conversation(
      KeyGuard guard,
      BiFunction<SessionOffer, Consumer<SessionEvent>, LiveSession> door,
      MessageCodec codec,
      Outbox outbox,
      SignalingSettings settings,
      LongSupplier nanos) {
    this.guard = guard;
    this.door = door;
    this.codec = codec;
    this.outbox = outbox;
    this.settings = settings;
    this.nanos = nanos;
    this.openedAt = nanos.getAsLong();
    int perSecond = settings.messagesPerSecond();
    this.rate = new RateLimit(perSecond, (double) BURST_SECONDS * perSecond, nanos);
  }

  /** Whether an offer has been accepted on this socket. */
  boolean hasSession() {
    return session != null;
  }

  /** A message of the client. Never throws. */
  void receive(String text) {
    if (over) {
      return;
    }
    try {
      bound(text);
      ClientMessage message = codec.read(text);
      if (session == null) {
        beforeTheOffer(message);
      } else {
        session.touch();
        toTheSession(message, session);
      }
    } catch (MessageTooLarge e) {
      refuse(e, CloseCode.TOO_LARGE);
    } catch (MessageRateExceeded e) {
      refuse(e, CloseCode.POLICY);
    } catch (KeyRefused e) {
      refuse(e, CloseCode.POLICY);
    } catch (RuntimeException | Error e) {
      tell(ErrorMapping.problem(e, false));
    }
  }

  /** A binary message of the client, which says nothing here. Never throws. */
  void receiveBinary() {
    if (over) {
      return;
    }
    if (rate.allows()) {
      tell(
          ErrorMapping.problem(
              new InvalidMessage("a message is a text of JSON, not binary: send a text frame"),
              false));
    } else {
      refuse(new MessageRateExceeded(settings.messagesPerSecond()), CloseCode.POLICY);
    }
  }

  /** Refuses the whole socket: a fatal error, then it closes, and its session ends. */
  void refuse(SignalingException problem, int closeCode) {
    over = true;
    tell(ErrorMapping.problem(problem, true));
    outbox.close(closeCode, problem.errorType());
    if (session != null) {
      session.end(EndReason.ERROR, problem.getMessage());
    }
  }

  /**
   * A message is larger than any may be: its sender is told, and heard no more. The socket stays
   * open until {@link #rejected}: a sender that is cut off in the middle may never read why.
   */
  void reject() {
    if (!over) {
      over = true;
      tell(ErrorMapping.problem(new MessageTooLarge(settings.messageBytes()), true));
    }
  }

  /** The rest of that message has come, or is not waited for: the socket closes. */
  void rejected() {
    MessageTooLarge problem = new MessageTooLarge(settings.messageBytes());
    outbox.close(CloseCode.TOO_LARGE, problem.errorType());
    LiveSession open = session;
    if (open != null) {
      open.end(EndReason.ERROR, problem.getMessage());
    }
  }

  /** Closes the socket where it has kept a place for too long without an offer. */
  void expire() {
    boolean late = nanos.getAsLong() - openedAt >= settings.offerTimeout().toNanos();
    if (late && session == null && !over) {
      refuse(
          new OfferMissing("no offer within %d s".formatted(settings.offerTimeout().toSeconds())),
          CloseCode.POLICY);
    }
  }

  /** The socket is closed, by whomever. */
  void closed(int code) {
    over = true;
    outbox.discard();
    LiveSession open = session;
    if (open == null) {
      return;
    }
    if (CloseCode.isLoss(code)) {
      open.socketLost();
    } else {
      open.end(EndReason.CLIENT, "the client closed its socket");
    }
  }

  private void bound(String text) {
    int limit = settings.messageBytes();
    if (text.length() > limit / 4) {
      int bytes =
          text.length() > limit ? text.length() : text.getBytes(StandardCharsets.UTF_8).length;
      if (bytes > limit) {
        throw new MessageTooLarge(limit);
      }
    }
    if (!rate.allows()) {
      throw new MessageRateExceeded(settings.messagesPerSecond());
    }
  }

  private void beforeTheOffer(ClientMessage message) {
    if (message instanceof ClientMessage.Offer offer) {
      guard.check(offer.apiKey());
      open(offer.offer());
    } else if (message instanceof ClientMessage.Candidate candidate) {
      keep(candidate.candidate());
    } else if (message instanceof ClientMessage.Ping) {
      tell(new ServerMessage.Pong());
    } else if (message instanceof ClientMessage.Terminate) {
      over = true;
      outbox.close(CloseCode.NORMAL, "terminated");
    } else if (message instanceof ClientMessage.ResumeSession) {
      throw cannotResume();
    } else {
      throw new OfferMissing("there is no session yet: send an offer first");
    }
  }

  private void open(SessionOffer offer) {
    try {
      session = door.apply(offer, this::onEvent);
    } catch (RuntimeException | Error e) {
      over = true;
      tell(ErrorMapping.problem(e, true));
      outbox.close(CloseCode.NORMAL, "no session");
      return;
    }
    early.forEach(session::candidate);
    early.clear();
    if (over) {
      session.end(EndReason.CLIENT, "the socket closed while the session opened");
    }
  }

  /** Candidates may overtake the offer; they wait for it, within the limit of a session. */
  private void keep(IceCandidate candidate) {
    if (candidate == null) {
      return;
    }
    if (early.size() >= settings.candidatesLimit()) {
      throw new OfferMissing(
          "%d candidates came before an offer, no more are kept".formatted(early.size()));
    }
    early.add(candidate);
  }

  private void toTheSession(ClientMessage message, LiveSession open) {
    if (message instanceof ClientMessage.Offer offer) {
      open.offer(offer.offer().sdp());
    } else if (message instanceof ClientMessage.Candidate candidate) {
      open.candidate(candidate.candidate());
    } else if (message instanceof ClientMessage.Configure configure) {
      open.configure(configure.change());
    } else if (message instanceof ClientMessage.Ack ack) {
      open.acknowledge(ack.frameId());
    } else if (message instanceof ClientMessage.Pause) {
      open.pause();
    } else if (message instanceof ClientMessage.Resume) {
      open.resume();
    } else if (message instanceof ClientMessage.Status) {
      open.reportStatus();
    } else if (message instanceof ClientMessage.Terminate) {
      open.end(EndReason.CLIENT, "the client ended the session");
    } else if (message instanceof ClientMessage.ResumeSession) {
      throw cannotResume();
    } else {
      tell(new ServerMessage.Pong());
    }
  }

  private static NotAvailable cannotResume() {
    return new NotAvailable("'resume_session'", "open a new session with an offer");
  }

  /** On the session's serial executor. */
  private void onEvent(SessionEvent event) {
    tell(EventMapping.message(event));
    if (event instanceof SessionEvent.Ended) {
      end("session ended");
    } else if (event instanceof SessionEvent.Refused refused && refused.fatal()) {
      end("no session");
    }
  }

  private void end(String reason) {
    over = true;
    outbox.close(CloseCode.NORMAL, reason);
  }

  private void tell(ServerMessage message) {
    outbox.send(codec.write(message));
  }
}
