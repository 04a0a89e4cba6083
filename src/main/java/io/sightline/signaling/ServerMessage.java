package io.sightline.signaling;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/** What the server says on the signaling socket; the components' names are the wire's. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ServerMessage.Answer.class, name = "answer"),
  @JsonSubTypes.Type(value = ServerMessage.Candidate.class, name = "candidate"),
  @JsonSubTypes.Type(value = ServerMessage.Status.class, name = "status"),
  @JsonSubTypes.Type(value = ServerMessage.Configured.class, name = "configured"),
  @JsonSubTypes.Type(value = ServerMessage.Pong.class, name = "pong"),
  @JsonSubTypes.Type(value = ServerMessage.Terminated.class, name = "terminated"),
  @JsonSubTypes.Type(value = ServerMessage.Problem.class, name = "error")
})
sealed interface ServerMessage {
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record Answer(String sdp, String sessionId, String token, List<IceServer> iceServers)
      implements ServerMessage {}

  /** As RTCIceServer in a browser; absent where there is no credential. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record IceServer(List<String> urls, String username, String credential) {}

  record Candidate(IceCandidate candidate) implements ServerMessage {}

  /** As RTCIceCandidateInit in a browser. */
  record IceCandidate(
      String candidate,
      @JsonProperty("sdpMid") String sdpMid,
      @JsonProperty("sdpMLineIndex") Integer sdpMLineIndex) {}

  record Status(String state, SessionStats stats) implements ServerMessage {}

  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record Configured(List<String> streamOutput, List<String> dataOutput) implements ServerMessage {}

  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Pong() implements ServerMessage {}

  record Terminated(String reason, String message) implements ServerMessage {}

  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record Problem(
      String errorType,
      String message,
      @JsonInclude(JsonInclude.Include.NON_NULL) List<BlockProblem> blocksErrors,
      boolean fatal)
      implements ServerMessage {}

  /** The part of a workflow's step that is wrong; the names are the reference's. */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record BlockProblem(
      String blockId, String blockType, String propertyName, String propertyDetails) {}
}
