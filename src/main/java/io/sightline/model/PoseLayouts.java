package io.sightline.model;

import java.util.List;

/** Recognises networks that look at one person. */
final class PoseLayouts {
  private static final int JOINTS = 17;
  private static final int NUMBERS = 3;

  private PoseLayouts() {}

  static Fit movenet(Tensors t) {
    boolean shaped =
        t.outputs().size() == 1 && t.output(0).shape().equals(List.of(1, 1, JOINTS, NUMBERS));
    if (!shaped) {
      return Fit.NONE;
    }
    return Fit.of(
        new Layout(
            Task.KEYPOINT_DETECTION,
            1,
            () -> new MoveNetDecoder(t.input()),
            () -> new MoveNetPoints(t.input()),
            false,
            Feeds.MOVENET));
  }

  static Fit saliency(Tensors t) {
    int place = t.outputs().size() == 1 ? t.only(4) : -1;
    if (place < 0) {
      return Fit.NONE;
    }
    TensorSpec spec = t.output(place);
    boolean last = spec.width() == 1;
    boolean first = spec.dimension(1) == 1;
    if (!last && !first || t.names() > 1) {
      return Fit.NONE;
    }
    int height = spec.dimension(last ? 1 : 2);
    int width = spec.dimension(last ? 2 : 3);
    return Fit.of(
        new Layout(
            Task.INSTANCE_SEGMENTATION,
            1,
            () -> new SaliencyDecoder(width, height, t.input()),
            () -> new SaliencyMask(width, height, t.input()),
            false,
            Feeds.STRETCHED));
  }
}
