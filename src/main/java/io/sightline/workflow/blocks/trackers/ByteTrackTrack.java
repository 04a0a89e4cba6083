package io.sightline.workflow.blocks.trackers;

import io.sightline.vision.BoundingBox;

/** An object that {@link ByteTrack} follows. Its state is centre, width to height, height. */
final class ByteTrackTrack {
  enum State {
    TRACKED,
    LOST,
    REMOVED
  }

  static final int NO_ID = -1;

  private final ConstantVelocityFilter filter = new ConstantVelocityFilter(4);
  private final int startFrame;
  private State state = State.TRACKED;
  private int lastFrame;
  private int removedFrame;
  private int length;
  private boolean activated;
  private boolean fresh = true;
  private int id = NO_ID;

  ByteTrackTrack(BoundingBox box, int frame, FilterRoom room) {
    measure(box, room.measurement());
    float height = (float) room.measurement()[3];
    float position = (float) (2 * ByteTrackNoise.POSITION) * height;
    ByteTrackNoise.fill(
        room.variances(), position, 1e-2, (float) (10 * ByteTrackNoise.VELOCITY) * height);
    filter.start(room.measurement(), room.variances());
    startFrame = frame;
    lastFrame = frame;
  }

  /** True until it has been predicted or seen again: its state is in single precision so far. */
  boolean fresh() {
    return fresh;
  }

  /**
   * @param single whether the noise is computed in single precision
   */
  void predict(FilterRoom room, boolean single) {
    double[] mean = filter.mean();
    if (state != State.TRACKED) {
      mean[7] = 0;
    }
    if (single) {
      ByteTrackNoise.fillSingle(room.variances(), (float) mean[3]);
    } else {
      ByteTrackNoise.fill(
          room.variances(),
          ByteTrackNoise.POSITION * mean[3],
          1e-2,
          ByteTrackNoise.VELOCITY * mean[3]);
    }
    filter.predict(room.variances());
    fresh = false;
  }

  /** Found again in the frame; {@link #length()} counts the frames without a gap. */
  void update(BoundingBox box, int frame, FilterRoom room) {
    length = state == State.TRACKED ? length + 1 : 0;
    state = State.TRACKED;
    lastFrame = frame;
    measure(box, room.measurement());
    double height = filter.mean()[3];
    double position =
        fresh ? (float) ByteTrackNoise.POSITION * (float) height : ByteTrackNoise.POSITION * height;
    ByteTrackNoise.fill(room.variances(), position, 1e-1, 0);
    filter.update(room.measurement(), room.variances());
    fresh = false;
  }

  /** In single precision, as the boxes are. */
  private static void measure(BoundingBox box, double[] measurement) {
    float width = box.x2() - box.x1();
    float height = box.y2() - box.y1();
    measurement[0] = box.x1() + width / 2;
    measurement[1] = box.y1() + height / 2;
    measurement[2] = width / height;
    measurement[3] = height;
  }

  void addBox(BoxArray boxes) {
    double[] mean = filter.mean();
    if (fresh) {
      float height = (float) mean[3];
      float width = (float) mean[2] * height;
      float x = (float) mean[0] - width / 2;
      float y = (float) mean[1] - height / 2;
      boxes.addSingle(x, y, width + x, height + y);
    } else {
      double width = mean[2] * mean[3];
      double x = mean[0] - width / 2;
      double y = mean[1] - mean[3] / 2;
      boxes.add(x, y, width + x, mean[3] + y);
    }
  }

  void activate() {
    activated = true;
  }

  boolean activated() {
    return activated;
  }

  int length() {
    return length;
  }

  void setId(int newId) {
    id = newId;
  }

  int id() {
    return id;
  }

  void lose() {
    state = State.LOST;
  }

  void remove(int frame) {
    if (state != State.REMOVED) {
      state = State.REMOVED;
      removedFrame = frame;
    }
  }

  State state() {
    return state;
  }

  /** The frame in which it was given up last, 0 for none. */
  int removedFrame() {
    return removedFrame;
  }

  int lastFrame() {
    return lastFrame;
  }

  /** Frames from its first to the last in which it was seen. */
  int age() {
    return lastFrame - startFrame;
  }
}
