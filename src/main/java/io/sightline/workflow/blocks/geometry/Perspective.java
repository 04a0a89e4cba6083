package io.sightline.workflow.blocks.geometry;

import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.vision.Image;
import io.sightline.vision.Position;
import io.sightline.workflow.block.StepInput;
import java.util.List;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/** Turns what is seen in a quadrilateral into what would be seen from straight above. */
final class Perspective {
  /** Points that would lie farther than this divides are put to the origin. */
  private static final double NEARLY_ZERO = 1.1920928955078125e-7;

  private final Plane plane;
  private final double[] matrix;

  private Perspective(Plane plane, double[] matrix) {
    this.plane = plane;
    this.matrix = matrix;
  }

  /**
   * @param plane what the quadrilateral becomes
   * @param seen detections that the quadrilateral grows for; null for none
   * @param anchors the places of them that have to lie inside, for each of its sides
   */
  static Perspective of(double[][] polygon, Plane plane, Detections seen, SideAnchors anchors) {
    Quadrilateral source = Quadrilateral.of(polygon);
    Plane target = plane;
    if (seen != null && anchors != null && !seen.isEmpty()) {
      double width = Math.max(1, source.width());
      double height = Math.max(1, source.height());
      double across = 0;
      double down = 0;
      for (Detection detection : seen) {
        across += extend(source, detection, anchors, Quadrilateral.Side.LEFT);
        across += extend(source, detection, anchors, Quadrilateral.Side.RIGHT);
        down += extend(source, detection, anchors, Quadrilateral.Side.BOTTOM);
        down += extend(source, detection, anchors, Quadrilateral.Side.TOP);
      }
      target = plane.extended(across * plane.width() / width, down * plane.height() / height);
    }
    return new Perspective(target, matrix(source.corners(), target));
  }

  private static double extend(
      Quadrilateral source, Detection detection, SideAnchors anchors, Quadrilateral.Side side) {
    List<Position> positions = anchors.of(side);
    double moved = 0;
    for (Position position : positions) {
      moved += source.extend(side, position.x(detection), position.y(detection));
    }
    return moved;
  }

  private static double[] matrix(double[][] corners, Plane target) {
    float right = target.width() - 1;
    float bottom = target.height() - 1;
    double[] matrix = new double[9];
    try (Mat from = points(corners);
        Mat to = points(new double[][] {{0, bottom}, {0, 0}, {right, 0}, {right, bottom}});
        Mat found = opencv_imgproc.getPerspectiveTransform(from, to);
        DoublePointer pointer = new DoublePointer(found.data())) {
      pointer.get(matrix);
    }
    return matrix;
  }

  private static Mat points(double[][] points) {
    float[] flat = new float[points.length * 2];
    for (int i = 0; i < flat.length; i++) {
      flat[i] = (float) points[i / 2][i % 2];
    }
    Mat mat = new Mat(points.length, 1, opencv_core.CV_32FC2);
    try (FloatPointer pointer = new FloatPointer(mat.data())) {
      pointer.put(flat);
    }
    return mat;
  }

  /** What pictures become. */
  Plane plane() {
    return plane;
  }

  /** Where a point comes to lie, x and y. */
  float[] move(double x, double y) {
    double w = x * matrix[6] + y * matrix[7] + matrix[8];
    if (Math.abs(w) <= NEARLY_ZERO) {
      return new float[2];
    }
    double by = 1 / w;
    return new float[] {
      (float) ((x * matrix[0] + y * matrix[1] + matrix[2]) * by),
      (float) ((x * matrix[3] + y * matrix[4] + matrix[5]) * by)
    };
  }

  /** The picture as it would be seen from straight above. */
  Image warp(Image image, StepInput input) {
    plane.drawable();
    Image warped = input.create(image, plane.width(), plane.height(), image.channels());
    try (Mat transformation = new Mat(3, 3, opencv_core.CV_64FC1);
        DoublePointer pointer = new DoublePointer(transformation.data());
        Size size = new Size(plane.width(), plane.height());
        Scalar black = new Scalar(0, 0, 0, 0)) {
      pointer.put(matrix);
      opencv_imgproc.warpPerspective(
          image.pixels(),
          warped.pixels(),
          transformation,
          size,
          opencv_imgproc.INTER_LINEAR,
          opencv_core.BORDER_CONSTANT,
          black);
    }
    return warped;
  }
}
