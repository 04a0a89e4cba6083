package io.sightline.model;

import java.util.List;
import java.util.regex.Pattern;

/** Recognises face detectors. */
final class FaceLayouts {
  private static final int YUNET_OUTPUTS = 12;
  private static final int ULTRAFACE_CLASSES = 2;
  private static final int FEW = 1000;

  private FaceLayouts() {}

  static Fit yunet(Tensors t) {
    int[] places = new int[YUNET_OUTPUTS];
    int i = 0;
    int found = 0;
    for (String part : List.of("cls", "obj", "bbox", "kps")) {
      for (int stride = YuNetDecoder.FIRST; stride <= YuNetDecoder.LAST; stride *= 2) {
        places[i] = t.named(Pattern.compile("^" + part + "_" + stride + "$"));
        found += places[i++] >= 0 ? 1 : 0;
      }
    }
    if (found < YUNET_OUTPUTS) {
      return found == 0 ? Fit.NONE : Fit.lacks("all 12 outputs instead of %d", found);
    }
    return Fit.of(
        new Layout(
            Task.KEYPOINT_DETECTION,
            1,
            () -> new YuNetDecoder(places, t.input()),
            () -> new YuNetPoints(places, t.input()),
            true,
            Feeds.YUNET));
  }

  static Fit ultraface(Tensors t) {
    int[] pair = t.pair();
    boolean faces =
        pair != null
            && t.outputs().size() == 2
            && t.output(pair[1]).dimension(2) == ULTRAFACE_CLASSES
            && t.output(pair[0]).dimension(1) > FEW;
    if (!faces || t.names() > 1) {
      return Fit.NONE;
    }
    return Fit.of(
        Layout.boxes(
                1,
                () ->
                    new CornersDecoder(
                        pair[0], pair[1], 1, 1, t.input().width(), t.input().height()),
                true)
            .fed(Feeds.ULTRAFACE));
  }
}
