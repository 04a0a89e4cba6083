package io.sightline.model;

import java.util.function.Supplier;

/** Recognises the YOLOs of anchors, and those with suppression inside. */
final class YoloLayouts {
  private static final int BOX = 4;
  private static final int FIVE = 5;
  private static final int SIX = 6;

  /** Dimensions of a raw grid: batch, anchors, rows, columns, numbers. */
  private static final int GRID = 5;

  /** Boxes for each cell of YOLOv5's and v7's grids. */
  private static final int ANCHORS = 3;

  private static final int LAST_STRIDE = 32;
  private static final int FINE_STRIDE = 4;

  /** More candidates than a network gives that has sorted them out itself. */
  private static final int FEW = 1000;

  private YoloLayouts() {}

  /** Numbers of a candidate below each other. */
  static Fit columns(Tensors t) {
    int place = candidates(t);
    if (place < 0) {
      return Fit.NONE;
    }
    TensorSpec spec = t.output(place);
    int classes = spec.dimension(1) - BOX - t.extras();
    boolean cells = isAllCells(t, spec.dimension(2));
    boolean named = t.names() == classes;
    // few anchors of many classes are taken for rows only where the input has as many cells
    if (spec.dimension(2) <= spec.dimension(1) && !(cells && named)) {
      return Fit.NONE;
    }
    if (t.names() == 0 && !cells) {
      return classes > 0
          ? Fit.lacks(
              "%d class names, since %d anchors are not the cells of the input, of which there are %d",
              classes, spec.dimension(2), t.cells(LAST_STRIDE))
          : Fit.NONE;
    }
    if (!t.mayHave(classes)) {
      return classes > 0 ? Fit.otherClasses(t, classes) : Fit.NONE;
    }
    return Fit.of(
        boxes(
            t,
            classes,
            () -> new YoloV8Decoder(place, classes, spec.dimension(1)),
            Rows.columns(place, spec.dimension(2)),
            BOX + classes,
            true,
            true));
  }

  /** Whether there is an anchor for each cell of the grids from 8 or 4 to 32 pixels, or to 64. */
  private static boolean isAllCells(Tensors t, int anchors) {
    int fine = (t.input().width() / FINE_STRIDE) * (t.input().height() / FINE_STRIDE);
    return anchors == t.cells(LAST_STRIDE)
        || anchors == t.cells(2 * LAST_STRIDE)
        || anchors == t.cells(LAST_STRIDE) + fine;
  }

  /** Few lines of corners, score and class. */
  static Fit endToEnd(Tensors t) {
    int place = candidates(t);
    if (place < 0) {
      return Fit.NONE;
    }
    TensorSpec spec = t.output(place);
    int width = SIX + t.extras();
    boolean few = spec.dimension(1) <= FEW;
    if (!few || spec.dimension(2) != width) {
      return few && spec.dimension(2) > SIX && spec.dimension(2) < spec.dimension(1)
          ? Fit.lacks(
              "%d numbers a line instead of %d, or prototypes or kpt_shape for the others",
              width, spec.dimension(2))
          : Fit.NONE;
    }
    Rows rows = Rows.lines(place, width);
    return Fit.of(
        boxes(t, t.names(), () -> new EndToEndDecoder(rows, t.names()), rows, SIX, false, false));
  }

  /** Many lines with a score for an object. */
  static Fit lines(Tensors t) {
    int place = candidates(t);
    if (place < 0) {
      return Fit.NONE;
    }
    TensorSpec spec = t.output(place);
    int classes = spec.dimension(2) - FIVE - t.extras();
    boolean many = spec.dimension(1) > FEW || spec.dimension(1) == ANCHORS * t.cells(LAST_STRIDE);
    if (!many || classes < 1) {
      return Fit.NONE;
    }
    if (!t.mayHave(classes)) {
      return Fit.otherClasses(t, classes);
    }
    Rows rows = Rows.lines(place, spec.dimension(2));
    return Fit.of(
        boxes(
            t, classes, () -> new YoloV5Decoder(rows, classes), rows, FIVE + classes, true, false));
  }

  /** Corners and scores, apart or, where class names tell so, behind each other. */
  static Fit nas(Tensors t) {
    int lines = t.outputs().size() == 1 ? t.only(3) : -1;
    if (lines >= 0 && t.names() > 0 && t.output(lines).dimension(1) > FEW) {
      return t.output(lines).dimension(2) == BOX + t.names()
          ? Fit.of(Layout.boxes(t.names(), () -> new CornersDecoder(lines, t.names()), true))
          : Fit.NONE;
    }
    int[] pair = t.pair();
    if (pair == null || t.outputs().size() != 2) {
      return Fit.NONE;
    }
    int classes = t.output(pair[1]).dimension(2);
    if (!t.mayHave(classes)) {
      return Fit.otherClasses(t, classes);
    }
    return Fit.of(Layout.boxes(classes, () -> new CornersDecoder(pair[0], pair[1], classes), true));
  }

  /**
   * The place of the candidates, beside which there may be prototypes of masks, and the grids that
   * older exporters of YOLOv5 and v7 give as well. Of several that are alike the last counts:
   * YOLOv9's auxiliary branches come before it.
   */
  private static int candidates(Tensors t) {
    int place = -1;
    int others = 0;
    for (int i = 0; i < t.outputs().size(); i++) {
      TensorSpec spec = t.output(i);
      if (spec.rank() == 3) {
        if (place >= 0 && !t.output(place).shape().equals(spec.shape())) {
          return -1;
        }
        place = i;
      } else if (spec.rank() != GRID) {
        others++;
      }
    }
    return others <= 1 ? place : -1;
  }

  /**
   * @param first place of the first number behind a candidate's box and scores
   * @param logistic see {@link MaskDetails}
   */
  private static Layout boxes(
      Tensors t,
      int classes,
      Supplier<Decoder> decoder,
      Rows rows,
      int first,
      boolean suppresses,
      boolean logistic) {
    Task task = t.detectorTask();
    Supplier<Details> details =
        switch (task) {
          case INSTANCE_SEGMENTATION ->
              () -> new MaskDetails(rows, first, t.prototypes(), t.input(), logistic);
          case KEYPOINT_DETECTION -> {
            KeypointNames names = KeypointNames.of(t, t.keypoints()[0]);
            yield () -> new KeypointDetails(rows, first, names, t.keypoints()[1]);
          }
          default -> () -> Details.NONE;
        };
    return new Layout(task, classes, decoder, details, suppresses);
  }
}
