package io.sightline.workflow.blocks.trackers;

import io.sightline.vision.BoundingBox;

/** A track whose corners move evenly, each by itself. */
final class CornerTrack extends CountedTrack {
  private static final double[] START = {1, 1, 1, 1, 1, 1, 1, 1};
  private static final double[] PROCESS = {0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01};
  private static final double[] MEASUREMENT = {0.1, 0.1, 0.1, 0.1};

  private final ConstantVelocityFilter filter = new ConstantVelocityFilter(4);
  private final double[] measured;

  /**
   * @param measured room for one measurement, the tracker's
   */
  CornerTrack(BoundingBox box, double[] measured) {
    this.measured = measured;
    measure(box);
    filter.start(measured, START);
  }

  private void measure(BoundingBox box) {
    measured[0] = box.x1();
    measured[1] = box.y1();
    measured[2] = box.x2();
    measured[3] = box.y2();
  }

  @Override
  void move() {
    filter.predict(PROCESS);
  }

  @Override
  void correct(BoundingBox box) {
    measure(box);
    filter.update(measured, MEASUREMENT);
  }

  @Override
  void addBox(BoxArray boxes) {
    double[] mean = filter.mean();
    boxes.add(mean[0], mean[1], mean[2], mean[3]);
  }
}
