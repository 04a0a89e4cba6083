package io.sightline.workflow.blocks.trackers;

import io.sightline.vision.BoundingBox;
import java.util.Arrays;

/** Where an object was seen in the last frames. */
final class Sightings {
  private static final int NEVER = -1;

  private final int lookBack;
  private final int[] frames;
  private final BoundingBox[] boxes;
  private BoundingBox latest;
  private int frame;

  /**
   * @param lookBack frames that are looked back, the older the better
   */
  Sightings(int lookBack) {
    this.lookBack = lookBack;
    frames = new int[Math.max(0, lookBack) + 1];
    boxes = new BoundingBox[frames.length];
    Arrays.fill(frames, NEVER);
  }

  void nextFrame() {
    frame++;
  }

  /** Seen in this frame. */
  void add(BoundingBox box) {
    frames[frame % frames.length] = frame;
    boxes[frame % frames.length] = box;
    latest = box;
  }

  /**
   * The oldest sighting of the frames that are looked back, the latest of all where there is none
   * in them; null where it was never seen.
   */
  BoundingBox before() {
    if (latest == null) {
      return null;
    }
    for (int ago = lookBack; ago > 0; ago--) {
      int then = frame - ago;
      if (then >= 0 && frames[then % frames.length] == then) {
        return boxes[then % frames.length];
      }
    }
    return latest;
  }
}
