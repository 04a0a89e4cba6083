package io.sightline.model;

import io.sightline.vision.Attribute;
import io.sightline.vision.Mask;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Masks as YOLACT's: a candidate's coefficients weigh a few prototype pictures, the sum is above a
 * threshold where the object is. Only the part inside of the box is computed, with a margin that
 * the enlargement needs.
 */
final class MaskDetails implements Details {
  /** Prototype pixels around the box that bilinear enlargement looks at. */
  private static final int MARGIN = 2;

  private static final double LOGISTIC_HALF = 0.5;

  private final Rows rows;
  private final int first;
  private final int prototypes;
  private final InputSpec input;
  private final boolean logistic;
  private final Mat enlarged = new Mat();
  private final Mat binary = new Mat();
  private float[] plane = new float[0];
  private float[] sum = new float[0];

  /**
   * @param first place of the first coefficient among the candidate's numbers
   * @param prototypes which of the outputs is {@code [1, coefficients, height, width]}
   * @param logistic whether sums go through the logistic function before they are enlarged, with a
   *     threshold of 0.5, else the threshold is 0
   */
  MaskDetails(Rows rows, int first, int prototypes, InputSpec input, boolean logistic) {
    this.rows = rows;
    this.first = first;
    this.prototypes = prototypes;
    this.input = input;
    this.logistic = logistic;
  }

  /** A part of the prototypes: its edges and size in their pixels. */
  private record Part(int left, int top, int width, int height) {}

  @Override
  public Map<Attribute, Object> of(
      List<OutputTensor> outputs, Candidates candidates, int index, Placement placement) {
    TensorSpec shape = outputs.get(prototypes).spec();
    int height = shape.dimension(2);
    int width = shape.dimension(3);
    double scaleX = (double) width / input.width();
    double scaleY = (double) height / input.height();
    int x1 = clip(Math.rint(candidates.x1(index) * scaleX), width);
    int y1 = clip(Math.rint(candidates.y1(index) * scaleY), height);
    int x2 = clip(Math.rint(candidates.x2(index) * scaleX), width);
    int y2 = clip(Math.rint(candidates.y2(index) * scaleY), height);
    int padLeft = (int) Math.rint(placement.left() * scaleX);
    int padTop = (int) Math.rint(placement.top() * scaleY);
    int padRight = (int) Math.rint(placement.padRight(input) * scaleX);
    int padBottom = (int) Math.rint(placement.padBottom(input) * scaleY);
    Part content =
        new Part(padLeft, padTop, width - padLeft - padRight, height - padTop - padBottom);
    Part box = new Part(x1, y1, x2 - x1, y2 - y1);
    return Map.of(Attribute.MASK, mask(outputs, candidates.source(index), box, content, placement));
  }

  private Mask mask(
      List<OutputTensor> outputs, int candidate, Part box, Part content, Placement placement) {
    int pictureWidth = placement.pictureWidth();
    int pictureHeight = placement.pictureHeight();
    Part part = around(box, content);
    if (box.width <= 0 || box.height <= 0 || part.width <= 0 || part.height <= 0) {
      return Mask.empty(pictureWidth, pictureHeight);
    }
    weigh(outputs, candidate, part, box);
    double stepX = (double) pictureWidth / content.width;
    double stepY = (double) pictureHeight / content.height;
    int left = (int) Math.floor((part.left - content.left) * stepX);
    int top = (int) Math.floor((part.top - content.top) * stepY);
    int right = (int) Math.ceil((part.left - content.left + part.width) * stepX);
    int bottom = (int) Math.ceil((part.top - content.top + part.height) * stepY);
    left = Math.max(0, left);
    top = Math.max(0, top);
    right = Math.min(pictureWidth, right);
    bottom = Math.min(pictureHeight, bottom);
    if (right <= left || bottom <= top) {
      return Mask.empty(pictureWidth, pictureHeight);
    }
    enlarge(part, content, left, top, right - left, bottom - top, stepX, stepY);
    return Mask.of(pictureWidth, pictureHeight, left, top, binary);
  }

  private static Part around(Part box, Part content) {
    int left = Math.max(content.left, box.left - MARGIN);
    int top = Math.max(content.top, box.top - MARGIN);
    int right = Math.min(content.left + content.width, box.left + box.width + MARGIN);
    int bottom = Math.min(content.top + content.height, box.top + box.height + MARGIN);
    return new Part(left, top, right - left, bottom - top);
  }

  /** Sums the weighed prototypes of the part; outside of the box nothing is left. */
  private void weigh(List<OutputTensor> outputs, int candidate, Part part, Part box) {
    FloatBuffer numbers = outputs.get(rows.output()).values();
    FloatBuffer pictures = outputs.get(prototypes).values();
    TensorSpec shape = outputs.get(prototypes).spec();
    int area = part.width * part.height;
    if (sum.length < area) {
      sum = new float[area];
    }
    if (plane.length < part.width) {
      plane = new float[part.width];
    }
    Arrays.fill(sum, 0, area, 0);
    int size = shape.dimension(2) * shape.dimension(3);
    for (int c = 0; c < shape.dimension(1); c++) {
      float weight = rows.at(numbers, first + c, candidate);
      for (int y = 0; y < part.height; y++) {
        int from = c * size + (part.top + y) * shape.dimension(3) + part.left;
        pictures.get(from, plane, 0, part.width);
        int row = y * part.width;
        for (int x = 0; x < part.width; x++) {
          sum[row + x] += weight * plane[x];
        }
      }
    }
    for (int y = 0; y < part.height; y++) {
      for (int x = 0; x < part.width; x++) {
        int i = y * part.width + x;
        boolean inside =
            x + part.left >= box.left
                && x + part.left < box.left + box.width
                && y + part.top >= box.top
                && y + part.top < box.top + box.height;
        float value = logistic ? (float) (1 / (1 + Math.exp(-sum[i]))) : sum[i];
        sum[i] = inside ? value : 0;
      }
    }
  }

  /**
   * Enlarges the part as if all of the content were enlarged to the picture: pixel centres meet
   * where they would.
   */
  private void enlarge(
      Part part,
      Part content,
      int left,
      int top,
      int width,
      int height,
      double stepX,
      double stepY) {
    double shiftX = (left + 0.5) / stepX - 0.5 - (part.left - content.left);
    double shiftY = (top + 0.5) / stepY - 0.5 - (part.top - content.top);
    try (Mat small = new Mat(part.height, part.width, opencv_core.CV_32FC1);
        Mat warp = new Mat(2, 3, opencv_core.CV_32FC1);
        FloatIndexer matrix = warp.createIndexer();
        Size size = new Size(width, height);
        Scalar zero = Scalar.all(0)) {
      new FloatPointer(small.data()).put(sum, 0, part.width * part.height);
      matrix.put(0, 0, (float) (1 / stepX)).put(0, 1, 0f).put(0, 2, (float) shiftX);
      matrix.put(1, 0, 0f).put(1, 1, (float) (1 / stepY)).put(1, 2, (float) shiftY);
      opencv_imgproc.warpAffine(
          small,
          enlarged,
          warp,
          size,
          opencv_imgproc.INTER_LINEAR | opencv_imgproc.WARP_INVERSE_MAP,
          opencv_core.BORDER_REPLICATE,
          zero);
      opencv_imgproc.threshold(
          enlarged, enlarged, logistic ? LOGISTIC_HALF : 0, 1, opencv_imgproc.THRESH_BINARY);
      enlarged.convertTo(binary, opencv_core.CV_8U);
    }
  }

  private static int clip(double value, int end) {
    return (int) Math.max(0, Math.min(end, value));
  }

  @Override
  public void close() {
    enlarged.close();
    binary.close();
  }
}
