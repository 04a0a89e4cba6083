package io.sightline.signaling;

import io.sightline.session.IceCandidate;
import io.sightline.session.OutputChange;
import io.sightline.session.SessionOffer;

/** What a client says on the signaling socket. */
sealed interface ClientMessage {
  /**
   * The first one opens the session, a later one renegotiates; then key and options do not count.
   *
   * @param apiKey null where it has none
   */
  record Offer(SessionOffer offer, String apiKey) implements ClientMessage {}

  /** An ICE candidate, null for the end of them. */
  record Candidate(IceCandidate candidate) implements ClientMessage {}

  record Configure(OutputChange change) implements ClientMessage {}

  record Pause() implements ClientMessage {}

  record Resume() implements ClientMessage {}

  record Terminate() implements ClientMessage {}

  record Status() implements ClientMessage {}

  record Ping() implements ClientMessage {}

  /** All frames up to this id have been handled. */
  record Ack(long frameId) implements ClientMessage {}

  /** Takes up a session whose socket was lost. */
  record ResumeSession(String sessionId, String token) implements ClientMessage {}
}
