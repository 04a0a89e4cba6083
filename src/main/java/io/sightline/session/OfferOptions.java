package io.sightline.session;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a client chose in its first offer, not checked yet; null where it said nothing.
 *
 * @param workflowDefinition JSON text, null for the server's default workflow
 * @param workflowId a workflow stored on this server
 * @param imageInput input of the workflow that the frames feed
 * @param parameters values of the workflow's parameters, never null
 * @param streamOutput output that feeds the video: null the first image, empty no video
 * @param dataOutput outputs on the data channel: null or empty none, "*" all but images
 * @param realtime true: the newest frame wins; false: every frame
 * @param iceServers further ones of the client, never null
 * @param declaredFps frames a second
 * @param fpsProbeFrames frames over which the rate is measured
 * @param processingTimeout longest life of the session, seconds
 * @param rtspUrl source that the server is to capture itself
 * @param mjpegUrl source that the server is to capture itself
 * @param dataFormat "chunked", "text", or "plain" for the first output's value alone
 * @param disableSinks true: steps that send or store something run, and nothing leaves
 * @param started moment from which {@code processingTimeout} counts, or the server's limit in its
 *     place; null for the offer's own
 */
public record OfferOptions(
    String workflowDefinition,
    String workflowId,
    String imageInput,
    Map<String, Object> parameters,
    List<String> streamOutput,
    List<String> dataOutput,
    Boolean realtime,
    List<IceServer> iceServers,
    Double declaredFps,
    Integer fpsProbeFrames,
    Double processingTimeout,
    String rtspUrl,
    String mjpegUrl,
    String dataFormat,
    Boolean disableSinks,
    Instant started) {
  /** The options of an offer that names none. */
  public static final OfferOptions DEFAULT =
      new OfferOptions(
          null, null, null, Map.of(), null, null, null, List.of(), null, null, null, null, null,
          null, null);

  /** Options whose time counts from the offer on. */
  public OfferOptions(
      String workflowDefinition,
      String workflowId,
      String imageInput,
      Map<String, Object> parameters,
      List<String> streamOutput,
      List<String> dataOutput,
      Boolean realtime,
      List<IceServer> iceServers,
      Double declaredFps,
      Integer fpsProbeFrames,
      Double processingTimeout,
      String rtspUrl,
      String mjpegUrl,
      String dataFormat,
      Boolean disableSinks) {
    this(
        workflowDefinition,
        workflowId,
        imageInput,
        parameters,
        streamOutput,
        dataOutput,
        realtime,
        iceServers,
        declaredFps,
        fpsProbeFrames,
        processingTimeout,
        rtspUrl,
        mjpegUrl,
        dataFormat,
        disableSinks,
        null);
  }

  public OfferOptions {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    streamOutput = streamOutput == null ? null : List.copyOf(streamOutput);
    dataOutput = dataOutput == null ? null : List.copyOf(dataOutput);
    iceServers = List.copyOf(iceServers);
  }

  /** Addresses of sources and servers may hold passwords: nothing of them is told. */
  @Override
  public String toString() {
    return "OfferOptions[workflowId=%s, streamOutput=%s, dataOutput=%s, realtime=%s]"
        .formatted(workflowId, streamOutput, dataOutput, realtime);
  }
}
