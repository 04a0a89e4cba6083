package io.sightline.signaling;

import io.sightline.session.IceCandidate;
import io.sightline.session.IceServer;
import io.sightline.session.SessionEvent;
import java.util.List;

/** What a session tells, as messages of the socket. */
final class EventMapping {
  private EventMapping() {}

  static ServerMessage message(SessionEvent event) {
    if (event instanceof SessionEvent.Answered a) {
      return new ServerMessage.Answer(a.sdp(), a.sessionId(), a.token(), servers(a.iceServers()));
    }
    if (event instanceof SessionEvent.CandidateFound c) {
      return new ServerMessage.Candidate(candidate(c.candidate()));
    }
    if (event instanceof SessionEvent.StatusReported s) {
      return new ServerMessage.Status(
          s.snapshot().state().wireName(), SessionStats.of(s.snapshot()));
    }
    if (event instanceof SessionEvent.Configured c) {
      return new ServerMessage.Configured(c.streamOutput(), c.dataOutput());
    }
    if (event instanceof SessionEvent.Refused r) {
      return ErrorMapping.problem(r.problem(), r.fatal());
    }
    if (event instanceof SessionEvent.Ended e) {
      return new ServerMessage.Terminated(e.reason().wireName(), e.message());
    }
    throw new IllegalArgumentException("no message for " + event);
  }

  private static ServerMessage.IceCandidate candidate(IceCandidate c) {
    return c == null
        ? null
        : new ServerMessage.IceCandidate(c.candidate(), c.sdpMid(), c.sdpMLineIndex());
  }

  private static List<ServerMessage.IceServer> servers(List<IceServer> servers) {
    return servers.stream()
        .map(s -> new ServerMessage.IceServer(s.urls(), s.username(), s.credential()))
        .toList();
  }
}
