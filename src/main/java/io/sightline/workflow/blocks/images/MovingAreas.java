package io.sightline.workflow.blocks.images;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Size;

/** Outlines of the areas in a mask, each as x and y one after the other. */
final class MovingAreas implements AutoCloseable {
  static final int MAX_KERNEL = 255;

  private static final double MAX_WORK = 2e10;
  private static final int MIN_POINTS = 3;
  private static final double SIMPLER = 0.01;

  private final Mat opened = new Mat();
  private Mat kernel = new Mat();

  /**
   * @param kernelSize areas thinner than this do not count, 1 to {@link #MAX_KERNEL} pixels
   * @param minArea areas up to this do not count, square pixels
   * @param zone where areas count, and are cut off
   */
  List<int[]> find(Mat mask, int kernelSize, int minArea, MotionZone zone) {
    ImageFields.bound(
        "morphological_kernel_size " + kernelSize,
        2.0 * kernelSize * kernelSize * mask.rows() * mask.cols(),
        MAX_WORK);
    size(kernelSize);
    opencv_imgproc.morphologyEx(mask, opened, opencv_imgproc.MORPH_OPEN, kernel);
    List<int[]> outlines = new ArrayList<>();
    try (MatVector found = new MatVector()) {
      opencv_imgproc.findContours(
          opened, found, opencv_imgproc.RETR_EXTERNAL, opencv_imgproc.CHAIN_APPROX_SIMPLE);
      for (long i = 0; i < found.size(); i++) {
        try (Mat outline = found.get(i)) {
          if (outline.rows() >= MIN_POINTS && opencv_imgproc.contourArea(outline) > minArea) {
            outlines.addAll(zone.cut(points(outline)));
          }
        }
      }
    }
    return outlines;
  }

  private void size(int side) {
    if (kernel.rows() != side) {
      kernel.close();
      try (Size size = new Size(side, side)) {
        kernel = opencv_imgproc.getStructuringElement(opencv_imgproc.MORPH_ELLIPSE, size);
      }
    }
  }

  /** The outlines with fewer points, at most one hundredth of their lengths beside them. */
  List<int[]> simplified(List<int[]> outlines) {
    List<int[]> simple = new ArrayList<>(outlines.size());
    for (int[] points : outlines) {
      try (Mat outline = new Mat(points.length / 2, 1, opencv_core.CV_32SC2);
          Mat simpler = new Mat()) {
        try (IntPointer data = new IntPointer(outline.data())) {
          data.put(points);
        }
        double distance = SIMPLER * opencv_imgproc.arcLength(outline, true);
        opencv_imgproc.approxPolyDP(outline, simpler, distance, true);
        if (simpler.rows() >= MIN_POINTS) {
          simple.add(points(simpler));
        }
      }
    }
    return simple;
  }

  private static int[] points(Mat outline) {
    int[] points = new int[outline.rows() * 2];
    try (IntPointer data = new IntPointer(outline.data())) {
      data.get(points);
    }
    return points;
  }

  @Override
  public void close() {
    opened.close();
    kernel.close();
  }
}
