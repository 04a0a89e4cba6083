package io.sightline.session;

import io.sightline.datachannel.ResultChannel;
import io.sightline.media.capture.VideoOrigin;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a session is going to do: its offer's options, checked, with the server's defaults filled in
 * and held to its limits.
 *
 * @param origin what the server captures itself, null where the client sends its video
 * @param definition workflow definition as JSON text, null for a stored one
 * @param workflowId the stored workflow, null for the default one
 * @param streamOutput names that feed the video, null to choose
 * @param videoBack whether the client wants video
 * @param iceServers the server's own and the client's
 * @param declaredFps frames a second, null to measure
 * @param sinks whether steps that send or store something outside of the workflow do so
 */
record SessionPlan(
    VideoOrigin origin,
    String definition,
    String workflowId,
    String imageInput,
    Map<String, Object> parameters,
    List<String> streamOutput,
    boolean videoBack,
    List<String> dataOutput,
    boolean realtime,
    List<IceServer> iceServers,
    Double declaredFps,
    int fpsProbeFrames,
    Duration life,
    ResultChannel.Format format,
    boolean sinks) {}
