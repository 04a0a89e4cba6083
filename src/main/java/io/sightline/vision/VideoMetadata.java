package io.sightline.vision;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;

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
 * @param offset the offset from UTC that the sender wrote the moment with; null for the server's
 *     own time
 */
public record VideoMetadata(
    String videoIdentifier,
    long frameNumber,
    Instant frameTimestamp,
    Double fps,
    Double measuredFps,
    Boolean comesFromVideoFile,
    ZoneOffset offset) {
  /** A frame whose moment this server took. */
  public VideoMetadata(
      String videoIdentifier,
      long frameNumber,
      Instant frameTimestamp,
      Double fps,
      Double measuredFps,
      Boolean comesFromVideoFile) {
    this(videoIdentifier, frameNumber, frameTimestamp, fps, measuredFps, comesFromVideoFile, null);
  }

  /** A picture that no video is known of, seen now: frame 0 at 30 frames a second. */
  public static VideoMetadata unknown(String videoIdentifier) {
    return new VideoMetadata(videoIdentifier, 0, Instant.now(), 30.0, null, null);
  }

  /** The moment as its sender writes it: with the sender's offset, or else in local time. */
  public Temporal moment() {
    return offset == null
        ? LocalDateTime.ofInstant(frameTimestamp, ZoneId.systemDefault())
        : OffsetDateTime.ofInstant(frameTimestamp, offset);
  }

  /** The same moment under another identifier. */
  public VideoMetadata identified(String identifier) {
    return new VideoMetadata(
        identifier, frameNumber, frameTimestamp, fps, measuredFps, comesFromVideoFile, offset);
  }
}
