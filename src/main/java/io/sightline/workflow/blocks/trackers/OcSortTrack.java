package io.sightline.workflow.blocks.trackers;

import io.sightline.vision.BoundingBox;

/**
 * A track of {@link OcSortTracker}. Its state is centre, area and width to height; the last does
 * not change. It remembers what it saw in the last frames.
 */
final class OcSortTrack {
  static final int NO_ID = -1;

  /** A longer gap is bridged in as many steps. */
  private static final int MAX_STEPS = 1_000;

  private static final double[] START = {10, 10, 10, 10, 10_000, 10_000, 10_000};
  private static final double[] PROCESS = {1, 1, 1, 1, 0.01, 0.01, 0.0001};
  private static final double[] MEASUREMENT = {1, 1, 10, 10};

  private final ConstantVelocityFilter filter = new ConstantVelocityFilter(3);
  private final Sightings sightings;
  private final double[] measured;
  private ConstantVelocityFilter frozen;
  private BoundingBox last;
  private double directionX;
  private double directionY;
  private boolean moving;
  private boolean observed = true;
  private int id = NO_ID;
  private int row;
  private int sinceUpdate;

  /**
   * @param lookBack frames by which directions are measured
   * @param measured room for one measurement, the tracker's
   */
  OcSortTrack(BoundingBox box, int lookBack, double[] measured) {
    this.measured = measured;
    sightings = new Sightings(lookBack);
    last = box;
    VirtualPath.measure(box, measured);
    filter.start(measured, START);
  }

  void predict() {
    double[] mean = filter.mean();
    if (mean[6] + mean[2] <= 0) {
      mean[6] = 0;
    }
    filter.predict(PROCESS);
    sightings.nextFrame();
    if (sinceUpdate > 0) {
      row = 0;
    }
    sinceUpdate++;
  }

  /** Not seen in the frame. */
  void miss() {
    if (observed) {
      frozen = new ConstantVelocityFilter(3);
      frozen.copy(filter);
    }
    observed = false;
  }

  void update(BoundingBox box) {
    BoundingBox before = sightings.before();
    if (before != null) {
      direct(before, box);
    }
    if (frozen != null) {
      bridge(box);
    }
    VirtualPath.measure(box, measured);
    filter.update(measured, MEASUREMENT);
    observed = true;
    sinceUpdate = 0;
    row++;
    last = box;
    sightings.add(box);
  }

  private void direct(BoundingBox from, BoundingBox to) {
    double x = ((double) to.x1() + to.x2()) / 2 - ((double) from.x1() + from.x2()) / 2;
    double y = ((double) to.y1() + to.y2()) / 2 - ((double) from.y1() + from.y2()) / 2;
    double length = Math.sqrt(y * y + x * x) + 1e-6;
    directionX = x / length;
    directionY = y / length;
    moving = true;
  }

  /** Goes on from where it was lost as if it had moved evenly to where it is found. */
  private void bridge(BoundingBox found) {
    filter.copy(frozen);
    frozen = null;
    VirtualPath path = new VirtualPath(last, found, Math.min(sinceUpdate, MAX_STEPS));
    for (int i = 1; i <= path.steps(); i++) {
      path.measure(i, measured);
      filter.update(measured, MEASUREMENT);
      if (i < path.steps()) {
        filter.predict(PROCESS);
      }
    }
  }

  void addBox(BoxArray boxes) {
    double[] mean = filter.mean();
    double width = Math.sqrt(mean[2] * mean[3]);
    double height = mean[2] / width;
    boxes.add(mean[0] - width / 2, mean[1] - height / 2, mean[0] + width / 2, mean[1] + height / 2);
  }

  /** Where it was seen last. */
  BoundingBox last() {
    return last;
  }

  /** Where it was seen the look-back ago, from which the way to a detection is measured. */
  BoundingBox origin() {
    BoundingBox before = sightings.before();
    return before == null ? last : before;
  }

  /** True once it was seen twice, so that it has a direction. */
  boolean moving() {
    return moving;
  }

  double directionX() {
    return directionX;
  }

  double directionY() {
    return directionY;
  }

  int sinceUpdate() {
    return sinceUpdate;
  }

  /** Its identity, which it gets once it was seen {@code enough} times in a row; -1 before. */
  int id(int enough, IdCounter ids) {
    if (row < enough) {
      return NO_ID;
    }
    if (id == NO_ID) {
      id = ids.next();
    }
    return id;
  }
}
