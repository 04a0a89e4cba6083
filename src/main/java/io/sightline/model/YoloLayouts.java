package io.sightline.model;

import java.util.List;
import java.util.function.Supplier;

/** Recognises the YOLOs of anchors, and those with suppression inside. */
final class YoloLayouts {
  private static final int BOX = 4;
  private static final int FIVE = 5;
  private static final int SIX = 6;

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
    if (spec.dimension(2) <= spec.dimension(1)) {
      return Fit.NONE;
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
    if (spec.dimension(1) <= FEW || classes < 1) {
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

  /** Corners and scores apart. */
  static Fit nas(Tensors t) {
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

  /** The place of the candidates, beside which there may be prototypes of masks. */
  private static int candidates(Tensors t) {
    return t.outputs().size() <= 2 ? t.only(3) : -1;
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
            List<String> names = KeypointNames.of(t.metadata(), t.keypoints()[0]);
            yield () -> new KeypointDetails(rows, first, names, t.keypoints()[1]);
          }
          default -> () -> Details.NONE;
        };
    return new Layout(task, classes, decoder, details, suppresses);
  }
}
