package io.sightline.model;

import io.sightline.model.MaskEnlargement.Part;
import io.sightline.vision.Attribute;
import io.sightline.vision.Mask;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

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
  private final MaskEnlargement enlargement = new MaskEnlargement();
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
    Part box = new Part(x1, y1, x2 - x1, y2 - y1);
    Part content = MaskEnlargement.content(width, height, input, placement);
    Part part = box.wider(MARGIN).and(content).and(new Part(0, 0, width, height));
    return Map.of(
        Attribute.MASK, mask(outputs, candidates.source(index), box, part, content, placement));
  }

  private Mask mask(
      List<OutputTensor> outputs,
      int candidate,
      Part box,
      Part part,
      Part content,
      Placement placement) {
    if (box.isEmpty() || part.isEmpty()) {
      return Mask.empty(placement.whole().width(), placement.whole().height());
    }
    weigh(outputs, candidate, part);
    cut(part, box);
    return enlargement.mask(sum, part, content, placement, logistic ? LOGISTIC_HALF : 0);
  }

  /** Sums the weighed prototypes of the part. */
  private void weigh(List<OutputTensor> outputs, int candidate, Part part) {
    FloatBuffer numbers = outputs.get(rows.output()).values();
    FloatBuffer pictures = outputs.get(prototypes).values();
    TensorSpec shape = outputs.get(prototypes).spec();
    int area = part.width() * part.height();
    if (sum.length < area) {
      sum = new float[area];
    }
    if (plane.length < part.width()) {
      plane = new float[part.width()];
    }
    Arrays.fill(sum, 0, area, 0);
    int size = shape.dimension(2) * shape.dimension(3);
    for (int c = 0; c < shape.dimension(1); c++) {
      float weight = rows.at(numbers, first + c, candidate);
      for (int y = 0; y < part.height(); y++) {
        int from = c * size + (part.top() + y) * shape.dimension(3) + part.left();
        pictures.get(from, plane, 0, part.width());
        int row = y * part.width();
        for (int x = 0; x < part.width(); x++) {
          sum[row + x] += weight * plane[x];
        }
      }
    }
  }

  /** Leaves nothing outside of the box. */
  private void cut(Part part, Part box) {
    for (int y = 0; y < part.height(); y++) {
      for (int x = 0; x < part.width(); x++) {
        int i = y * part.width() + x;
        boolean inside =
            x + part.left() >= box.left()
                && x + part.left() < box.left() + box.width()
                && y + part.top() >= box.top()
                && y + part.top() < box.top() + box.height();
        if (!inside) {
          sum[i] = 0;
        } else if (logistic) {
          sum[i] = (float) (1 / (1 + Math.exp(-sum[i])));
        }
      }
    }
  }

  private static int clip(double value, int end) {
    return (int) Math.max(0, Math.min(end, value));
  }
}
