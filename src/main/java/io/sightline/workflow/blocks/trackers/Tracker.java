package io.sightline.workflow.blocks.trackers;

import io.sightline.vision.Detections;
import io.sightline.vision.Image;

/** Follows the objects of one video. */
interface Tracker extends AutoCloseable {
  /** More tracks than this are not kept: a new object waits until one is given up. */
  int MAX_TRACKS = 2_000;

  /**
   * Takes the video's next frame.
   *
   * @param image the frame, for trackers that look at it
   * @param out gets the detections that are followed
   */
  void update(Detections detections, Image image, Identities out);

  /** Releases what the tracker holds. */
  @Override
  default void close() {}
}
