package io.sightline.workflow.blocks.trackers;

import io.sightline.vision.BoundingBox;

/**
 * A track whose centre, width and height move evenly; how sure it is of them depends on how large
 * the object is. It can be moved with the camera.
 */
final class BotSortTrack extends CountedTrack {
  private static final double POSITION = 0.05;
  private static final double VELOCITY = 0.00625;
  private static final double MEASUREMENT = 0.05;
  private static final double LEAST_SIDE = 1e-3;

  private final ConstantVelocityFilter filter = new ConstantVelocityFilter(4);
  private final FilterRoom room;

  BotSortTrack(BoundingBox box, FilterRoom room) {
    this.room = room;
    measure(box);
    double[] measurement = room.measurement();
    fill(2 * POSITION, 10 * VELOCITY, measurement[2], measurement[3]);
    filter.start(measurement, room.variances());
  }

  private void measure(BoundingBox box) {
    double width = (double) box.x2() - box.x1();
    double height = (double) box.y2() - box.y1();
    room.measurement()[0] = box.x1() + width / 2;
    room.measurement()[1] = box.y1() + height / 2;
    room.measurement()[2] = width;
    room.measurement()[3] = height;
  }

  private void fill(double position, double velocity, double width, double height) {
    for (int i = 0; i < ConstantVelocityFilter.MEASURED; i++) {
      double side = i % 2 == 0 ? width : height;
      room.variances()[i] = position * side * (position * side);
      room.variances()[ConstantVelocityFilter.MEASURED + i] = velocity * side * (velocity * side);
    }
  }

  @Override
  void move() {
    double[] mean = filter.mean();
    fill(POSITION, VELOCITY, Math.max(mean[2], LEAST_SIDE), Math.max(mean[3], LEAST_SIDE));
    filter.predict(room.variances());
    keepSides();
  }

  @Override
  void correct(BoundingBox box) {
    double[] mean = filter.mean();
    fill(MEASUREMENT, 0, Math.max(mean[2], LEAST_SIDE), Math.max(mean[3], LEAST_SIDE));
    measure(box);
    filter.update(room.measurement(), room.variances());
    keepSides();
  }

  private void keepSides() {
    double[] mean = filter.mean();
    mean[2] = Math.max(mean[2], LEAST_SIDE);
    mean[3] = Math.max(mean[3], LEAST_SIDE);
  }

  /** Moves it as the camera's motion moved the picture, see {@link ConstantVelocityFilter#move}. */
  void follow(double[] affine) {
    filter.move(affine);
  }

  @Override
  void addBox(BoxArray boxes) {
    double[] mean = filter.mean();
    double x = mean[2] / 2;
    double y = mean[3] / 2;
    boxes.add(mean[0] - x, mean[1] - y, mean[0] + x, mean[1] + y);
  }
}
