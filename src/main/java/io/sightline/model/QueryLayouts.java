package io.sightline.model;

import java.util.Locale;
import java.util.function.Supplier;

/** Recognises DETRs: as many candidates as there are queries. */
final class QueryLayouts {
  private static final int BOX = 4;
  private static final int END_TO_END = 6;
  private static final int MOST_QUERIES = 1000;

  private QueryLayouts() {}

  /** Boxes and logits apart, and masks or key points beside them. */
  static Fit apart(Tensors t) {
    int[] pair = t.pair();
    if (pair == null || t.outputs().size() > 3 || t.output(pair[0]).dimension(1) > MOST_QUERIES) {
      return Fit.NONE;
    }
    int classes = t.output(pair[1]).dimension(2);
    int[] ids = QueryClasses.of(classes, t);
    Supplier<Decoder> decoder = () -> new QueryDecoder(pair[0], pair[1], t.input(), ids);
    int known = t.names() == 0 ? classes : t.names();
    if (t.outputs().size() == 2) {
      return Fit.of(Layout.boxes(known, decoder, false).fed(Feeds.RF_DETR));
    }
    int masks = t.only(4);
    if (masks < 0 || t.output(masks).dimension(1) != t.output(pair[0]).dimension(1)) {
      return Fit.lacks("masks [1, %d, height, width]", t.output(pair[0]).dimension(1));
    }
    TensorSpec more = t.output(masks);
    if (more.width() == QueryPointsDecoder.NUMBERS && more.dimension(2) % classes == 0) {
      KeypointNames names = KeypointNames.of(t, more.dimension(2) / classes);
      return Fit.of(
          new Layout(
              Task.KEYPOINT_DETECTION,
              known,
              () -> new QueryPointsDecoder(pair[0], pair[1], masks, t.input(), ids),
              () -> new QueryPoints(masks, ids, names, t.input()),
              false,
              Feeds.RF_DETR));
    }
    return Fit.of(
        new Layout(
            Task.INSTANCE_SEGMENTATION,
            known,
            decoder,
            () -> new QueryMasks(masks, t.input()),
            false,
            Feeds.RF_DETR));
  }

  /** Boxes and probabilities side by side. */
  static Fit rows(Tensors t) {
    int place = t.outputs().size() == 1 ? t.only(3) : -1;
    if (place < 0 || t.output(place).dimension(1) > MOST_QUERIES) {
      return Fit.NONE;
    }
    int width = t.output(place).dimension(2);
    boolean called =
        t.metadata().getOrDefault("description", "").toLowerCase(Locale.ROOT).contains("rtdetr");
    boolean wide = width >= t.output(place).dimension(1);
    boolean other = width <= BOX || width == END_TO_END || wide || t.extras() > 0;
    if (!called && other) {
      return Fit.NONE;
    }
    int classes = width - BOX;
    if (!t.mayHave(classes)) {
      return Fit.otherClasses(t, classes);
    }
    return Fit.of(
        Layout.boxes(classes, () -> new QueryRowsDecoder(place, classes, t.input()), false)
            .fed(Feeds.STRETCHED));
  }
}
