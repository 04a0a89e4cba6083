package io.sightline.workflow.blocks.tracks;

import io.sightline.vision.Detections;
import io.sightline.vision.VideoMetadata;
import io.sightline.workflow.block.BlockException;
import java.time.Instant;

/** What the blocks of this package ask of detections and frames. */
final class Tracked {
  /** More videos than this are not remembered. */
  static final int MAX_VIDEOS = 64;

  private static final double MICROS = 1e6;

  private Tracked() {}

  /**
   * @param block the block's name in Roboflow's engine
   * @throws BlockException where no tracker has named the detections
   */
  static void require(boolean tracked, String block) {
    if (!tracked) {
      throw new BlockException(
          "tracker_id not initialized, %s requires detections to be tracked".formatted(block));
    }
  }

  /** Fails where there are detections without names; none at all are fine. */
  static void requireNames(Detections detections, String block) {
    require(detections.isEmpty() || detections.tracked(), block);
  }

  /** Seconds since 1970, in microseconds as Roboflow's engine has them. */
  static double seconds(Instant instant) {
    return (instant.getEpochSecond() * 1_000_000L + instant.getNano() / 1_000) / MICROS;
  }

  /** When the frame was, in seconds from some start. */
  static double time(VideoMetadata video) {
    boolean file = Boolean.TRUE.equals(video.comesFromVideoFile());
    return file && video.fps() != null && video.fps() != 0
        ? video.frameNumber() / video.fps()
        : seconds(video.frameTimestamp());
  }
}
