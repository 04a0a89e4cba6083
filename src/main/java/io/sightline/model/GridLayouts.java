package io.sightline.model;

/** Recognises detectors that give the cells of grids over the picture. */
final class GridLayouts {
  private static final int FIVE = 5;

  private static final int LAST_OF_THREE = 32;

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
}
