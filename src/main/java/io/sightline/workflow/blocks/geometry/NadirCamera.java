package io.sightline.workflow.blocks.geometry;

/**
 * A camera that looks straight down on flat ground.
 *
 * @param width of its picture, pixels
 * @param height of its picture, pixels
 * @param latitude degrees
 * @param longitude degrees
 * @param altitude above the ground, metres
 * @param fieldOfView across the picture, degrees
 * @param heading where the picture's top points, degrees clockwise from north
 */
record NadirCamera(
    int width,
    int height,
    double latitude,
    double longitude,
    double altitude,
    double fieldOfView,
    double heading) {
  private static final double METRES_OF_DEGREE = 111_320;
  private static final double RADIANS = Math.PI / 180;

  /** Latitude and longitude of the ground under a pixel; the camera's own where it is not above. */
  double[] place(double x, double y) {
    if (altitude <= 0) {
      return new double[] {latitude, longitude};
    }
    double across = 2 * altitude * Math.tan(fieldOfView * RADIANS / 2);
    double down = across * ((double) height / width);
    double right = (x - width / 2.0) / width * across;
    double up = -(y - height / 2.0) / height * down;
    double turn = heading * RADIANS;
    double east = right * Math.cos(turn) + up * Math.sin(turn);
    double north = -right * Math.sin(turn) + up * Math.cos(turn);
    double metresAcross = METRES_OF_DEGREE * Math.cos(latitude * RADIANS);
    return new double[] {latitude + north / METRES_OF_DEGREE, longitude + east / metresAcross};
  }
}
