package io.sightline.model;

import java.util.regex.Pattern;

/** Recognises detectors that list boxes as PaddleDetection does, or those of a whole batch. */
final class ListLayouts {
  private static final Pattern FLAT = Pattern.compile("^flat_");
  private static final int BOX = 4;
  private static final int PADDLE_WIDTH = 6;
  private static final int BATCH_WIDTH = 7;
  private static final int FEW = 1000;

  private ListLayouts() {}

  /** Lines of a picture's number, corners, and a score and a class. */
  static Fit batch(Tensors t) {
    if (t.outputs().size() != 1 || t.output(0).rank() != 2 || t.output(0).width() != BATCH_WIDTH) {
      return Fit.NONE;
    }
    boolean scoreFirst = FLAT.matcher(t.output(0).name()).find();
    boolean ofPictures = t.output(0).dimension(0) == Math.max(1, t.input().layout().batch());
    if (ofPictures && !scoreFirst && (t.names() == 0 || t.names() == BATCH_WIDTH)) {
      return Fit.NONE; // a classifier of seven classes
    }
    Rows rows = Rows.lines(0, BATCH_WIDTH);
    EndToEndDecoder.Line line =
        new EndToEndDecoder.Line(1, scoreFirst ? 5 : 6, scoreFirst ? 6 : 5, 0);
    return Fit.of(Layout.boxes(t.names(), () -> new EndToEndDecoder(rows, line, t.names()), false));
  }

  /** Lines of class, score and corners; or corners and rows of scores, without suppression. */
  static Fit paddle(Tensors t) {
    boolean told = t.wants(SideInput.SCALE_FACTOR) || t.wants(SideInput.IM_SHAPE);
    int place = -1;
    for (int i = 0; i < t.outputs().size(); i++) {
      TensorSpec spec = t.output(i);
      place = spec.rank() == 2 && spec.width() == PADDLE_WIDTH ? i : place;
    }
    if (t.outputs().size() > 2) {
      return Fit.NONE;
    }
    if (!told || place < 0) {
      return scoreRows(t);
    }
    Rows rows = Rows.lines(place, PADDLE_WIDTH);
    EndToEndDecoder.Line line = new EndToEndDecoder.Line(2, 1, 0, -1);
    return Fit.of(
        Layout.boxes(t.names(), () -> new EndToEndDecoder(rows, line, t.names()), false)
            .fed(Feeds.PADDLE));
  }

  private static Fit scoreRows(Tensors t) {
    if (t.outputs().size() != 2 || t.output(0).rank() != 3 || t.output(1).rank() != 3) {
      return Fit.NONE;
    }
    int boxes = isBeside(t, 0, 1) ? 0 : 1;
    int scores = 1 - boxes;
    if (!isBeside(t, boxes, scores)) {
      return Fit.NONE;
    }
    int classes = t.output(scores).dimension(1);
    if (!t.mayHave(classes)) {
      return Fit.otherClasses(t, classes);
    }
    return Fit.of(
        Layout.boxes(classes, () -> new CornerRowsDecoder(boxes, scores, classes), true)
            .fed(Feeds.PADDLE));
  }

  /** Whether these are many boxes, and rows of as many scores. */
  private static boolean isBeside(Tensors t, int boxes, int scores) {
    int candidates = t.output(boxes).dimension(1);
    return t.output(boxes).width() == BOX
        && candidates > BOX
        && t.output(scores).width() == candidates
        && (candidates > FEW || t.output(scores).dimension(1) != candidates);
  }
}
