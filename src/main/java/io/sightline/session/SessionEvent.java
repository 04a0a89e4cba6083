package io.sightline.session;

import java.util.List;

/**
 * What a session tells its client. Delivered in order on the session's serial executor; the
 * receiver may only enqueue.
 */
public sealed interface SessionEvent {
  /** The answer to an offer; candidates follow. */
  record Answered(String sdp, String sessionId, String token, List<IceServer> iceServers)
      implements SessionEvent {}

  /** An ICE candidate of the server; null ends them. */
  record CandidateFound(IceCandidate candidate) implements SessionEvent {}

  /** The session's state and figures: on request, and whenever the state changes. */
  record StatusReported(SessionSnapshot snapshot) implements SessionEvent {}

  /** The outputs that now hold; null where the server chooses the video's output. */
  record Configured(List<String> streamOutput, List<String> dataOutput) implements SessionEvent {}

  /**
   * Something that the client asked for was refused.
   *
   * @param fatal true where the session could not open; nothing of it stays and no event follows
   */
  record Refused(SessionException problem, boolean fatal) implements SessionEvent {}

  /** The last event of a session that was open. */
  record Ended(EndReason reason, String message) implements SessionEvent {}
}
