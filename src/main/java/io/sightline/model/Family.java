package io.sightline.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Models whose outputs are laid out alike. The first that fits is taken, so the ones that prove
 * more stand before those that prove less.
 */
enum Family {
  /** YOLOv8, v9, v11 and v12 as Ultralytics exports them, without suppression. */
  YOLO_V8("one f32[1, 4 + classes (+ coefficients or key points), anchors]") {
    @Override
    Layout layout(Tensors t) {
      int place = t.only(3);
      if (place < 0 || t.outputs().size() > 2) {
        return null;
      }
      TensorSpec spec = t.outputs().get(place);
      int extras = t.extras();
      int classes = spec.dimension(1) - BOX - extras;
      boolean wide = spec.dimension(2) < 0 || spec.dimension(2) > spec.dimension(1);
      if (!wide || !t.mayHave(classes)) {
        return null;
      }
      return boxes(
          t,
          classes,
          () -> new YoloV8Decoder(place, classes, spec.dimension(1)),
          Rows.columns(place, spec.dimension(2)),
          BOX + classes,
          true,
          true);
    }
  },
  /** YOLOv10 and YOLO26: suppression is part of the network. */
  END_TO_END("one f32[1, at most 1000, 6 (+ coefficients or key points)]") {
    @Override
    Layout layout(Tensors t) {
      int place = t.only(3);
      if (place < 0 || t.outputs().size() > 2) {
        return null;
      }
      TensorSpec spec = t.outputs().get(place);
      int width = SIX + t.extras();
      boolean few = spec.dimension(1) > 0 && spec.dimension(1) <= 1000;
      if (!few || spec.dimension(2) != width) {
        return null;
      }
      Rows rows = Rows.lines(place, width);
      return boxes(
          t, t.names(), () -> new EndToEndDecoder(rows, t.names()), rows, SIX, false, false);
    }
  },
  /** YOLOX: cells of the grids, not yet decoded. */
  YOLO_X("one f32[1, cells of the grids at 8, 16 and 32 pixels, 5 + classes]") {
    @Override
    Layout layout(Tensors t) {
      int place = t.only(3);
      if (place < 0 || t.outputs().size() != 1) {
        return null;
      }
      TensorSpec spec = t.outputs().get(place);
      int classes = spec.dimension(2) - FIVE;
      if (spec.dimension(1) != t.cells() || !t.mayHave(classes)) {
        return null;
      }
      return boxes(
          t,
          classes,
          () -> new YoloXDecoder(place, classes, t.input()),
          Rows.lines(place, spec.dimension(2)),
          FIVE + classes,
          true,
          false);
    }
  },
  /** YOLOv5 and v7. */
  YOLO_V5("one f32[1, anchors, 5 + classes (+ coefficients)]") {
    @Override
    Layout layout(Tensors t) {
      int place = t.only(3);
      if (place < 0 || t.outputs().size() > 2) {
        return null;
      }
      TensorSpec spec = t.outputs().get(place);
      int classes = spec.dimension(2) - FIVE - t.extras();
      boolean many = spec.dimension(1) < 0 || spec.dimension(1) > 1000;
      if (!many || !t.mayHave(classes)) {
        return null;
      }
      Rows rows = Rows.lines(place, spec.dimension(2));
      return boxes(
          t, classes, () -> new YoloV5Decoder(rows, classes), rows, FIVE + classes, true, false);
    }
  },
  /** RF-DETR and its like: a query each, boxes as parts of the picture, scores as logits. */
  QUERIES("two: f32[1, at most 1000, 4] and f32[1, the same, classes]") {
    @Override
    Layout layout(Tensors t) {
      int[] pair = pair(t);
      if (pair == null || t.outputs().get(pair[0]).dimension(1) > 1000) {
        return null;
      }
      int classes = t.outputs().get(pair[1]).dimension(2);
      Rows none = Rows.lines(pair[0], BOX);
      return boxes(
          t,
          t.names() == 0 ? classes : t.names(),
          () -> new QueryDecoder(pair[0], pair[1], t.input(), t.names()),
          none,
          BOX,
          false,
          false);
    }
  },
  /** YOLO-NAS: corners and scores apart. */
  YOLO_NAS("two: f32[1, more than 1000, 4] and f32[1, the same, classes]") {
    @Override
    Layout layout(Tensors t) {
      int[] pair = pair(t);
      if (pair == null || !t.mayHave(t.outputs().get(pair[1]).dimension(2))) {
        return null;
      }
      int classes = t.outputs().get(pair[1]).dimension(2);
      Supplier<Decoder> decoder = () -> new CornersDecoder(pair[0], pair[1], classes);
      return boxes(t, classes, decoder, Rows.lines(pair[0], BOX), BOX, true, false);
    }
  },
  /** Classifiers. */
  CLASSIFIER("one f32[1, classes]") {
    @Override
    Layout layout(Tensors t) {
      int place = t.only(2);
      if (place != 0 || t.outputs().size() != 1 || !t.mayHave(t.outputs().get(0).dimension(1))) {
        return null;
      }
      Task task = t.task().orElse(Task.CLASSIFICATION);
      return task.findsObjects() ? null : Layout.scores(task, t.outputs().get(0).dimension(1));
    }
  };

  private static final int BOX = 4;
  private static final int FIVE = 5;
  private static final int SIX = 6;

  private final String tensors;

  Family(String tensors) {
    this.tensors = tensors;
  }

  /** How a network of this family is read; null where it is none. */
  abstract Layout layout(Tensors tensors);

  /**
   * How a network is read.
   *
   * @throws ModelException where no family fits; the message tells what was seen and what is known
   */
  static Layout recognise(Tensors tensors) {
    for (Family family : values()) {
      Layout layout = family.layout(tensors);
      if (layout != null && tensors.task().map(t -> t == layout.task()).orElse(true)) {
        return layout.of(family.name().toLowerCase(Locale.ROOT).replace('_', '-'));
      }
    }
    throw new ModelException(
        "the outputs %s%s with %s are of no known family; known: %s"
            .formatted(
                tensors.outputs(),
                tensors.task().map(t -> " of a model for " + t.text()).orElse(""),
                tensors.names() == 0 ? "no class names" : tensors.names() + " class names",
                Arrays.stream(values())
                    .map(f -> f.name() + ": " + f.tensors)
                    .collect(Collectors.joining("; "))));
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

  /** The places of the boxes and of the scores of a network that gives them apart; or null. */
  private static int[] pair(Tensors t) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < t.outputs().size(); i++) {
      if (t.outputs().get(i).shape().size() == 3) {
        places.add(i);
      }
    }
    if (places.size() != 2 || t.outputs().size() != 2) {
      return null;
    }
    boolean firstIsBox = t.outputs().get(0).dimension(2) == BOX;
    boolean secondIsBox = t.outputs().get(1).dimension(2) == BOX;
    if (firstIsBox == secondIsBox) {
      return firstIsBox ? new int[] {0, 1} : null;
    }
    return firstIsBox ? new int[] {0, 1} : new int[] {1, 0};
  }
}
