package io.sightline.model;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Models whose outputs are laid out alike. The first that fits is taken, so the ones that prove
 * more stand before those that prove less.
 */
enum Family {
  /** Faces and five points of each, as OpenCV's zoo has it. */
  YUNET("yunet", "cls_S, obj_S, bbox_S and kps_S for S of 8, 16 and 32", FaceLayouts::yunet),
  /** Detectors with suppression inside that give boxes, scores and classes apart. */
  FUSED(
      "fused",
      "boxes [1, boxes, 4], scores [1, boxes] and classes [1, boxes], with or without the 1, and"
          + " num_... of them [1, 1]",
      FusedLayouts::apart),
  /** One list of the boxes of all pictures. */
  BATCH_LIST(
      "batch-list",
      "[boxes, 7] of picture, corners, class and score, or flat_... with the score first",
      ListLayouts::batch),
  /** PaddleDetection: one list of boxes, or boxes and scores before suppression. */
  PADDLE(
      "paddle",
      "[boxes, 6] of a network that wants scale_factor or im_shape beside the picture, or"
          + " [1, boxes, 4] and [1, classes, boxes]",
      ListLayouts::paddle),
  /** NanoDet and PicoDet: cells of grids, sides as distributions. */
  NANODET(
      "nanodet",
      "[1, cells of the grids from 8 pixels on, classes + 32], or of each grid [1, cells, classes]"
          + " and [1, cells, 32]",
      NanoDetLayouts::cells),
  /** RT-DETR as Ultralytics exports it. */
  RT_DETR("rt-detr", "[1, at most 1000, 4 + classes]", QueryLayouts::rows),
  /** YOLOv8, v9, v11 and v12 as Ultralytics exports them, without suppression. */
  YOLO_V8(
      "yolov8", "[1, 4 + classes (+ coefficients or key points), anchors]", YoloLayouts::columns),
  /** YOLOv10 and YOLO26: suppression is part of the network. */
  END_TO_END(
      "end-to-end", "[1, at most 1000, 6 (+ coefficients or key points)]", YoloLayouts::endToEnd),
  /** YOLOX: cells of the grids, not yet decoded. */
  YOLO_X(
      "yolox", "[1, cells of the grids at 8, 16 and 32 pixels, 5 + classes]", GridLayouts::yolox),
  /** YOLOv5 and v7. */
  YOLO_V5("yolov5", "[1, anchors, 5 + classes (+ coefficients)]", YoloLayouts::lines),
  /** RF-DETR and its like: a query each, boxes as parts of the picture, scores as logits. */
  QUERIES(
      "rf-detr",
      "[1, at most 1000, 4] and [1, the same, classes] (and masks [1, the same, height, width] or"
          + " key points [1, the same, points of all classes, 8])",
      QueryLayouts::apart),
  /** UltraFace: corners as parts of the picture, scores of no face and of a face. */
  ULTRAFACE("ultraface", "[1, anchors, 4] and [1, the same, 2]", FaceLayouts::ultraface),
  /** YOLO-NAS: corners and scores apart. */
  YOLO_NAS(
      "yolo-nas",
      "[1, more than 1000, 4] and [1, the same, classes], or [1, more than 1000, 4 + classes]",
      YoloLayouts::nas),
  /** MoveNet: the joints of one person. */
  MOVENET("movenet", "[1, 1, 17, 3]", PoseLayouts::movenet),
  /** A mask of the whole picture. */
  SALIENCY("saliency", "[1, height, width, 1] or [1, 1, height, width]", PoseLayouts::saliency),
  /** Classifiers. */
  CLASSIFIER("classifier", "[1, classes]", ClassifierLayouts::scores);

  private final String text;
  private final String tensors;
  private final Function<Tensors, Fit> fits;

  Family(String text, String tensors, Function<Tensors, Fit> fits) {
    this.text = text;
    this.tensors = tensors;
    this.fits = fits;
  }

  /** As model.json and documents name it. */
  String text() {
    return text;
  }

  /** Whether a network is of this family, and how it is read then. */
  Fit fit(Tensors seen) {
    return fits.apply(seen);
  }

  /** Names for classes that nobody has named: what they must be, else their numbers. */
  List<String> names(Layout layout) {
    return switch (this) {
      case YUNET, ULTRAFACE -> List.of("face");
      case MOVENET, SALIENCY -> List.of("person");
      default -> KeypointNames.numbers(layout.classes());
    };
  }

  /**
   * How a network is read.
   *
   * @param said the family's name where the model's files say it, else null
   * @throws ModelException where no family fits; the message tells what was seen, what near
   *     families lack, and which are known
   */
  static Recognition recognise(Tensors tensors, String said) {
    List<Family> candidates = said == null ? List.of(values()) : List.of(named(said));
    StringBuilder near = new StringBuilder();
    for (Family family : candidates) {
      Fit fit = family.fit(tensors);
      String lack = fit.missing();
      if (fit.layout() != null) {
        Task task = fit.layout().task();
        if (tensors.task().map(t -> t == task).orElse(true)) {
          return new Recognition(family, fit.layout(), tensors.outputs());
        }
        lack = "the task " + task.text();
      }
      if (lack != null) {
        near.append("; to be of ").append(family.text).append(" it needs ").append(lack);
      }
    }
    throw new ModelException(
        "the outputs %s%s with %s are of no known family%s; known: %s"
            .formatted(
                tensors.outputs(),
                tensors.task().map(t -> " of a model for " + t.text()).orElse(""),
                tensors.names() == 0 ? "no class names" : tensors.names() + " class names",
                near,
                candidates.stream()
                    .map(f -> f.text + ": " + f.tensors)
                    .collect(Collectors.joining("; "))));
  }

  private static Family named(String text) {
    return Arrays.stream(values())
        .filter(family -> family.text.equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new ModelException(
                    "no family is named '%s'; known: %s"
                        .formatted(text, Arrays.stream(values()).map(f -> f.text).toList())));
  }
}
