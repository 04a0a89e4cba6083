package io.sightline.model;

import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;

/** Recognises detectors with suppression inside that number their boxes. */
final class FusedLayouts {
  private static final Pattern TENSORFLOW =
      Pattern.compile("^detection_boxes", Pattern.CASE_INSENSITIVE);
  private static final Pattern TENSORFLOW_SCORES =
      Pattern.compile("^detection_scores", Pattern.CASE_INSENSITIVE);
  private static final Pattern TENSORFLOW_CLASSES =
      Pattern.compile("^detection_classes", Pattern.CASE_INSENSITIVE);
  private static final Pattern TENSORFLOW_COUNT =
      Pattern.compile("^num_detections", Pattern.CASE_INSENSITIVE);
  private static final Pattern BOXES = Pattern.compile("box", Pattern.CASE_INSENSITIVE);
  private static final Pattern SCORES = Pattern.compile("score|conf", Pattern.CASE_INSENSITIVE);
  private static final Pattern COUNT = Pattern.compile("num_", Pattern.CASE_INSENSITIVE);
  private static final Pattern CLASSES = Pattern.compile("label|class", Pattern.CASE_INSENSITIVE);
  private static final int BOX = 4;

  private FusedLayouts() {}

  /** Boxes, scores and classes each on their own. */
  static Fit apart(Tensors t) {
    if (t.named(TENSORFLOW) >= 0) {
      return tensorflow(t);
    }
    int boxes = t.named(BOXES);
    int scores = t.named(SCORES);
    int classes = t.named(CLASSES);
    int count = t.named(COUNT);
    if (t.outputs().size() == 4 && count >= 0 && boxes >= 0 && scores >= 0 && classes >= 0) {
      return counted(t, new FusedOutputs(boxes, scores, classes, count));
    }
    if (t.outputs().size() != 3) {
      return Fit.NONE;
    }
    if (boxes < 0 || scores < 0 || classes < 0) {
      boxes = -1;
      scores = -1;
      classes = -1;
      for (int i = 0; i < 3; i++) {
        TensorSpec spec = t.output(i);
        boolean whole = isWhole(spec);
        boolean list = spec.rank() == 1 || spec.rank() == 2 && spec.dimension(0) == 1;
        boxes = spec.width() == BOX && spec.rank() >= 2 && !whole ? i : boxes;
        classes = whole && list ? i : classes;
        scores = !whole && list && spec.width() != BOX ? i : scores;
      }
    }
    if (boxes < 0 || scores < 0 || classes < 0) {
      return Fit.NONE;
    }
    if (isWhole(t.output(scores)) && !isWhole(t.output(classes))) {
      // exported under each other's name: classes are whole numbers, scores are not
      return listed(t, new FusedOutputs(boxes, classes, scores, -1));
    }
    return listed(t, new FusedOutputs(boxes, scores, classes, -1));
  }

  /** As YOLO-NAS and YOLOv7 give them when suppression is exported with them. */
  private static Fit counted(Tensors t, FusedOutputs places) {
    TensorSpec boxes = t.output(places.boxes());
    boolean shaped =
        boxes.rank() == 3
            && boxes.width() == BOX
            && t.output(places.scores()).rank() == 2
            && t.output(places.classes()).rank() == 2;
    return shaped
        ? fit(t, places, false, false, 0, ModelConfig.NetworkInput.SILENT)
        : Fit.lacks("boxes [1, boxes, 4] with scores and classes [1, boxes]");
  }

  private static boolean isWhole(TensorSpec spec) {
    return spec.type() == ElementType.I64 || spec.type() == ElementType.I32;
  }

  private static Fit listed(Tensors t, FusedOutputs places) {
    TensorSpec boxes = t.output(places.boxes());
    boolean flat = boxes.rank() == 2;
    if (boxes.width() != BOX || boxes.rank() > 3 || boxes.rank() < 2) {
      return Fit.lacks("boxes [1, boxes, 4] or [boxes, 4] instead of %s", boxes);
    }
    if (t.output(places.scores()).rank() != boxes.rank() - 1
        || t.output(places.classes()).rank() != boxes.rank() - 1) {
      return Fit.NONE;
    }
    boolean sized = t.wants(SideInput.ORIG_TARGET_SIZES);
    // torchvision's have no batch and count from the background; NVIDIA's SSD tells parts, from 1
    boolean fromOne = !sized && (flat || boxes.name().startsWith("bboxes"));
    boolean parts = !sized && boxes.name().startsWith("bboxes");
    return fit(t, places, false, parts, fromOne ? 1 : 0, parts ? Feeds.RF_DETR : Feeds.STRETCHED);
  }

  private static Fit tensorflow(Tensors t) {
    FusedOutputs places =
        new FusedOutputs(
            t.named(TENSORFLOW),
            t.named(TENSORFLOW_SCORES),
            t.named(TENSORFLOW_CLASSES),
            t.named(TENSORFLOW_COUNT));
    if (places.scores() < 0 || places.classes() < 0) {
      return Fit.lacks("detection_scores and detection_classes beside detection_boxes");
    }
    return fit(t, places, true, true, 1, Feeds.RAW);
  }

  private static Fit fit(
      Tensors t,
      FusedOutputs places,
      boolean rowsFirst,
      boolean usuallyParts,
      int usualFirst,
      ModelConfig.NetworkInput feed) {
    String unit = t.said().boxUnit();
    boolean parts = unit == null ? usuallyParts : unit.equals("parts");
    IntUnaryOperator classOf = classes(t, usualFirst, usuallyParts && !rowsFirst);
    return Fit.of(
        Layout.boxes(
                t.names(),
                () -> new FusedDecoder(places, rowsFirst, parts, classOf, t.input()),
                false)
            .fed(feed));
  }

  /**
   * The class of each number. Where they count from 1 and there are COCO's 80 names, they are those
   * of COCO's annotations.
   *
   * @param inOrder whether they follow each other even so
   */
  private static IntUnaryOperator classes(Tensors t, int usualFirst, boolean inOrder) {
    int names = t.names();
    Integer said = t.said().firstClass();
    if (said == null && usualFirst == 1 && names == CocoNumbers.CLASSES && !inOrder) {
      return CocoNumbers::classOf;
    }
    int first = said == null ? usualFirst : said;
    return number -> names == 0 || number - first < names ? number - first : -1;
  }
}
