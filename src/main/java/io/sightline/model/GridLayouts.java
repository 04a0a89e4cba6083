package io.sightline.model;

/** Recognises detectors that give the cells of grids over the picture. */
final class GridLayouts {
  private static final int BOX = 4;
  private static final int FIVE = 5;

  /** Places that NanoDet and PicoDet tell apart on the way from a cell to a side. */
  private static final int BINS = 8;

  private static final int LAST_OF_THREE = 32;
  private static final int LAST_OF_FOUR = 64;

  private GridLayouts() {}

  static Fit yolox(Tensors t) {
    int place = t.outputs().size() == 1 ? t.only(3) : -1;
    if (place < 0 || t.output(place).dimension(1) != t.cells(LAST_OF_THREE)) {
      return Fit.NONE;
    }
    int width = t.output(place).dimension(2);
    int classes = width - FIVE;
    if (!t.mayHave(classes)) {
      return classes > 0 ? Fit.otherClasses(t, classes) : Fit.NONE;
    }
    return Fit.of(
        Layout.boxes(classes, () -> new YoloXDecoder(place, classes, t.input()), true)
            .fed(Feeds.YOLO_X));
  }

  static Fit nanodet(Tensors t) {
    int place = t.outputs().size() == 1 ? t.only(3) : -1;
    if (place < 0) {
      return Fit.NONE;
    }
    int cells = t.output(place).dimension(1);
    int last = cells == NanoDetDecoder.cells(t.input(), LAST_OF_FOUR) ? LAST_OF_FOUR : 0;
    last = cells == NanoDetDecoder.cells(t.input(), LAST_OF_THREE) ? LAST_OF_THREE : last;
    int classes = t.output(place).dimension(2) - BOX * BINS;
    // with 3 grids the same shape may be YOLOX's, so names must tell
    boolean told = last == LAST_OF_FOUR || t.names() == classes;
    if (last == 0 || classes < 1 || !told) {
      return Fit.NONE;
    }
    if (!t.mayHave(classes)) {
      return Fit.otherClasses(t, classes);
    }
    int most = last;
    return Fit.of(
        Layout.boxes(classes, () -> new NanoDetDecoder(place, classes, most, t.input()), true)
            .fed(Feeds.NANODET));
  }
}
