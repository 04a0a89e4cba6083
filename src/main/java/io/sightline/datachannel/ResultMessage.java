package io.sightline.datachannel;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One frame's result as the client gets it.
 *
 * @param frameId from 1; the message of the end has one more than the last frame
 * @param outputs the workflow's outputs, all of them; null in the message of the end
 * @param selection which of them to send
 * @param receivedAt arrival of the frame
 * @param pts presentation timestamp of the outgoing picture in units of 1/90000 s, of the incoming
 *     one where none goes out, null in the message of the end
 * @param declaredFps frames a second, null where unknown
 * @param width of the incoming frame, pixels, null in the message of the end
 * @param height of the incoming frame, pixels, null in the message of the end
 * @param errors one line each
 * @param complete true only in the message of the end
 * @param terminationReason "timeout_reached" or null
 */
public record ResultMessage(
    long frameId,
    Map<String, Object> outputs,
    DataOutput selection,
    Instant receivedAt,
    Long pts,
    Double declaredFps,
    Integer width,
    Integer height,
    List<String> errors,
    boolean complete,
    String terminationReason) {

  /** The message of the end after {@code frames} frames. */
  public static ResultMessage end(long frames, Instant now, String terminationReason) {
    return new ResultMessage(
        frames + 1,
        null,
        DataOutput.NONE,
        now,
        null,
        null,
        null,
        null,
        List.of(),
        true,
        terminationReason);
  }

  /** The same frame with its metadata only, and why. */
  ResultMessage withoutOutputs(String reason) {
    return new ResultMessage(
        frameId,
        null,
        DataOutput.NONE,
        receivedAt,
        pts,
        declaredFps,
        width,
        height,
        List.of(reason),
        complete,
        terminationReason);
  }
}
