package io.sightline.vision;

import java.time.Instant;

/**
 * Which frame of which video a picture is.
 *
 * @param videoIdentifier names the source; state of a block is kept for each identifier
 * @param frameNumber counts the processed frames, from 1
 * @param frameTimestamp when the frame arrived
 * @param fps declared frame rate in frames a second, the measured one where none was declared, null
 *     where neither is known
 * @param measuredFps measured frame rate in frames a second, null where not measured yet
 * @param comesFromVideoFile true for a file, false for a live source, null where unknown
 */
public record VideoMetadata(
    String videoIdentifier,
    long frameNumber,
    Instant frameTimestamp,
    Double fps,
    Double measuredFps,
    Boolean comesFromVideoFile) {
  /** A picture that no video is known of, seen now: frame 0 at 30 frames a second. */
  public static VideoMetadata unknown(String videoIdentifier) {
    return new VideoMetadata(videoIdentifier, 0, Instant.now(), 30.0, null, null);
  }

  /** The same moment under another identifier. */
  public VideoMetadata identified(String identifier) {
    return new VideoMetadata(
        identifier, frameNumber, frameTimestamp, fps, measuredFps, comesFromVideoFile);
  }
}
