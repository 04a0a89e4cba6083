package io.sightline.session;

import java.util.function.Consumer;

/** An open session with a peer connection as signaling sees it: no native type shows here. */
public interface LiveSession extends OpenSession {
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

  /** The client has handled all frames up to this id. */
  void acknowledge(long frameId);

  /** Asks for a status event with fresh figures. */
  void reportStatus();

  /** The client gave a sign of life. */
  void touch();

  /** The client's socket is lost: media go on for the grace time, events are dropped. */
  void socketLost();
}
