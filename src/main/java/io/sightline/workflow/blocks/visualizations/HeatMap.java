package io.sightline.workflow.blocks.visualizations;

import io.sightline.vision.Color;
import io.sightline.vision.Detection;
import io.sightline.vision.Image;
import io.sightline.vision.Layer;
import io.sightline.vision.Paint;
import io.sightline.vision.Position;
import io.sightline.vision.Region;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * In how many frames each pixel of a video was near a detection. Scales with the video where its
 * size changes. Works on the part of the picture that has ever been warm.
 */
final class HeatMap implements AutoCloseable {
  /** Takes the part behind the point, as the reference does; whole numbers stay what they are. */
  private static final double FLOOR = -0.4999;

  private static final Color ONE = new Color(1, 1, 1);

  private final Layer heat = Layer.floats();
  private final Layer marks = Layer.bytes();
  private final Layer hues = Layer.bytes();
  private final Layer soft = Layer.bytes();
  private final Mat colored = new Mat();
  private final Mat where = new Mat();
  private final Mat table = HueTable.create();
  private final Paint paint = new Paint();
  private final Point center = new Point();
  private final Size kernel = new Size();
  private Region warm = Region.EMPTY;
  private int ground = -1;

  /** Heats what is near the detections, by 1 even where several are near. */
  void add(Image image, List<Detection> detections, Position position, int radius) {
    Region all = Region.all(image);
    if (heat.isNewFor(image)) {
      warm = warm.isEmpty() ? warm : all;
    }
    Mat pixels = heat.scaledTo(image);
    int[][] places = places(detections, position);
    List<Region> touched = new ArrayList<>(places.length);
    for (int[] place : places) {
      Region near = new Region(place[0], place[1], place[0] + 1, place[1] + 1);
      Region seen = near.grown(radius).clip(all);
      if (!seen.isEmpty()) {
        opencv_imgproc.circle(
            marks.over(image),
            center.x(place[0]).y(place[1]),
            radius,
            paint.scalar(ONE),
            opencv_imgproc.FILLED,
            opencv_imgproc.LINE_8,
            0);
        touched.add(seen);
      }
    }
    for (Region region : Region.groups(touched)) {
      warm = warm.union(region);
      try (Mat marked = region.of(marks.over(image));
          Mat heated = region.of(pixels)) {
        opencv_imgproc.accumulate(marked, heated);
        marked.put(paint.scalar(Color.BLACK));
      }
    }
  }

  private static int[][] places(List<Detection> detections, Position position) {
    int[][] places = new int[detections.size()][];
    for (int i = 0; i < places.length; i++) {
      Detection detection = detections.get(i);
      places[i] =
          new int[] {
            DrawingFields.near(position.x(detection)), DrawingFields.near(position.y(detection))
          };
    }
    return places;
  }

  /**
   * Colours what is warm.
   *
   * @param opacity the colour's share
   * @param size side of the square that hues are averaged over, pixels
   * @param hot hue of the hottest pixel
   * @param cool hue of cold pixels
   */
  void blend(Image image, double opacity, int size, int hot, int cool) {
    if (warm.isEmpty()) {
      return;
    }
    if (hues.isNewFor(image) || ground != cool) {
      hues.over(image).put(paint.scalar(new Color(cool, cool, cool)));
      ground = cool;
    }
    kernel.width(size).height(size);
    try (Mat heated = warm.of(heat.over(image));
        Mat hue = warm.of(hues.over(image));
        Mat smooth = warm.of(soft.over(image));
        Mat scene = warm.of(image.pixels())) {
      double[] hottest = new double[1];
      opencv_core.minMaxLoc(heated, new double[1], hottest, null, null, null);
      if (hottest[0] > 0) {
        heated.convertTo(hue, opencv_core.CV_8U, (hot - cool) / hottest[0], cool + FLOOR);
        opencv_imgproc.blur(hue, smooth, kernel);
        opencv_imgproc.applyColorMap(smooth, colored, table);
        opencv_core.addWeighted(colored, opacity, scene, 1 - opacity, 0, colored);
        heated.convertTo(where, opencv_core.CV_8U, 255, 0);
        colored.copyTo(scene, where);
      }
    }
  }

  @Override
  public void close() {
    heat.close();
    marks.close();
    hues.close();
    soft.close();
    colored.close();
    where.close();
    table.close();
    paint.close();
    center.close();
    kernel.close();
  }
}
