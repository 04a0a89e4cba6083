package io.sightline.workflow.blocks.trackers;

/** Room for one measurement and its variances, for the one thread of a tracker. */
record FilterRoom(double[] measurement, double[] variances) {
  FilterRoom() {
    this(
        new double[ConstantVelocityFilter.MEASURED],
        new double[2 * ConstantVelocityFilter.MEASURED]);
  }
}
