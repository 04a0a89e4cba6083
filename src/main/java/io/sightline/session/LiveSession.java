package io.sightline.session;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * An open session as signaling, registry and housekeeper see it: no native type shows here. Every
 * method returns at once, may be called from any thread but a native callback's, and after the end
 * does nothing.
 */
public interface LiveSession {
  /** A random identifier, known from the beginning. */
  String id();

  /**
   * Starts: answers the offer or refuses it. Called once, by the registry.
   *
   * @param events gets everything that the client is to be told
   */
  void open(SessionOffer offer, Consumer<SessionEvent> events);

  /** A further offer: renegotiation, ICE restart included. */
  void offer(String sdp);

  /** An ICE candidate of the client; null ends them. */
  void candidate(IceCandidate candidate);

  void configure(OutputChange change);

  void pause();

  void resume();

  /** The client has handled all frames up to this id. */
  void acknowledge(long frameId);

  /** Asks for a status event with fresh figures. */
  void reportStatus();

  /** The client gave a sign of life. */
  void touch();

  /** The client's socket is lost: media go on for the grace time, events are dropped. */
  void socketLost();

  /** The housekeeper's visit: renews what is measured now and then. */
  void refresh();

  /** The limit that this session has passed, if any. */
  Optional<Expiry> expiry();

  SessionSnapshot snapshot();

  /**
   * Ends the session and releases everything; further calls change nothing.
   *
   * @param message a sentence for the client
   * @return completes when nothing of the session is left
   */
  CompletionStage<Void> end(EndReason reason, String message);

  /** Completes when nothing of the session is left. */
  CompletionStage<Void> closed();
}
