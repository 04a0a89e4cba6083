package io.sightline.model;

import io.sightline.model.ModelConfig.NetworkInput;
import java.util.List;

/** How families are trained to be fed, where the model's files are silent. */
final class Feeds {
  private static final List<List<Double>> IMAGENET =
      List.of(List.of(0.485, 0.456, 0.406), List.of(0.229, 0.224, 0.225));

  /** As Megvii exports YOLOX: levels as they are. */
  static final NetworkInput YOLO_X =
      new NetworkInput(null, "bgr", "letterbox", 114, "behind", 1.0, null, null);

  static final NetworkInput RF_DETR = stretched("rgb", 255, IMAGENET);

  static final NetworkInput STRETCHED = stretched("rgb", 255, null);

  /** Levels as they are. */
  static final NetworkInput RAW = stretched("rgb", 1, null);

  static final NetworkInput PADDLE = stretched("rgb", 255, IMAGENET);

  static final NetworkInput NANODET =
      stretched(
          "bgr", 1, List.of(List.of(103.53, 116.28, 123.675), List.of(57.375, 57.12, 58.395)));

  static final NetworkInput YUNET =
      new NetworkInput(null, "bgr", "letterbox", 0, "behind", 1.0, null, null);

  /** (level - 127) / 128. */
  static final NetworkInput ULTRAFACE =
      stretched(
          "rgb",
          128,
          List.of(List.of(127 / 128.0, 127 / 128.0, 127 / 128.0), List.of(1.0, 1.0, 1.0)));

  static final NetworkInput MOVENET =
      new NetworkInput(null, "rgb", "letterbox", 0, "around", 1.0, null, null);

  /** A classifier of Ultralytics. */
  static final NetworkInput ULTRALYTICS_CLASSIFIER =
      new NetworkInput(null, "rgb", "resize-and-crop", null, null, 255.0, null, 1.0);

  /** A classifier of torchvision or timm: 256 pixels, of which the middle 224 are kept. */
  static final NetworkInput IMAGENET_CLASSIFIER =
      new NetworkInput(null, "rgb", "resize-and-crop", null, null, 255.0, IMAGENET, 0.875);

  private Feeds() {}

  private static NetworkInput stretched(
      String colours, double scaling, List<List<Double>> normalization) {
    return new NetworkInput(null, colours, "stretch", null, null, scaling, normalization, null);
  }
}
