package io.sightline.workflow.blocks.visualizations;

import io.sightline.vision.Attribute;
import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.vision.Image;
import io.sightline.vision.Mask;
import io.sightline.vision.Region;
import io.sightline.vision.RunLengths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The masks of detections. */
final class Masks {
  private Masks() {}

  /** One for each detection; empty where the detections have none. */
  static List<Mask> of(Detections detections) {
    List<Mask> masks = new ArrayList<>(detections.size());
    for (Detection detection : detections) {
      if (detection.mask() == null) {
        return List.of();
      }
      masks.add(detection.mask());
    }
    return masks;
  }

  /** As {@link #of}, also those that come as run lengths only. */
  static List<Mask> decoded(Detections detections) {
    List<Mask> masks = of(detections);
    if (!masks.isEmpty()) {
      return masks;
    }
    for (Detection detection : detections) {
      if (!(detection.attributes().get(Attribute.RLE_MASK) instanceof Map<?, ?> lengths)) {
        return List.of();
      }
      masks = masks.isEmpty() ? new ArrayList<>(detections.size()) : masks;
      masks.add(RunLengths.decode(lengths));
    }
    return masks;
  }

  /** A mask that is a rectangle, which lies in the picture. */
  static Mask filled(Region box, Image image) {
    if (box.isEmpty()) {
      return Mask.empty(image.width(), image.height());
    }
    byte[] rows = new byte[box.width() * box.height()];
    Arrays.fill(rows, (byte) 1);
    return Mask.of(image.width(), image.height(), box.x1(), box.y1(), box.width(), rows);
  }

  /** Places in the list by falling area, later ones first where areas are equal. */
  static int[] largestFirst(List<Mask> masks) {
    int[] areas = masks.stream().mapToInt(Mask::area).toArray();
    return IntStream.range(0, areas.length)
        .boxed()
        .sorted(
            Comparator.comparingInt((Integer place) -> areas[place])
                .thenComparing(Comparator.naturalOrder())
                .reversed())
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
