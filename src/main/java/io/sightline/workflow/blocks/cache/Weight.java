package io.sightline.workflow.blocks.cache;

import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.vision.Image;
import io.sightline.vision.Mask;
import io.sightline.workflow.block.BlockException;
import java.util.List;
import java.util.Map;

/** About how many bytes a value takes; a part that it holds twice counts twice. */
final class Weight {
  private static final int MAX_DEPTH = 64;
  private static final long OBJECT = 48;
  private static final long DETECTION = 512;

  private final long limit;
  private long sum;

  private Weight(long limit) {
    this.limit = limit;
  }

  /**
   * @throws BlockException where it is more than {@code limit} or nested deeper than is handled
   */
  static long of(Object value, long limit) {
    Weight weight = new Weight(limit);
    weight.visit(value, 0);
    return weight.sum;
  }

  private void add(long bytes) {
    sum += bytes;
    if (sum > limit) {
      throw new BlockException(
          "field 'value' takes more than %d bytes, the most that can be stored".formatted(limit));
    }
  }

  private void visit(Object value, int depth) {
    if (depth > MAX_DEPTH) {
      throw new BlockException(
          "field 'value' is nested deeper than %d, the most that can be stored"
              .formatted(MAX_DEPTH));
    }
    add(OBJECT);
    if (value instanceof String text) {
      add(2L * text.length());
    } else if (value instanceof byte[] bytes) {
      add(bytes.length);
    } else if (value instanceof List<?> list) {
      list.forEach(element -> visit(element, depth + 1));
    } else if (value instanceof Map<?, ?> map) {
      map.forEach(
          (key, element) -> {
            visit(key, depth + 1);
            visit(element, depth + 1);
          });
    } else if (value instanceof Image image) {
      add((long) image.width() * image.height() * image.channels());
    } else if (value instanceof Detections detections) {
      detections.forEach(detection -> visit(detection, depth + 1));
    } else if (value instanceof Detection detection) {
      add(DETECTION);
      detection.attributes().values().forEach(attribute -> visit(attribute, depth + 1));
    } else if (value instanceof Mask mask) {
      add((long) mask.width() * mask.height());
    } else if (value instanceof int[][] points) {
      add(OBJECT * points.length);
    }
  }
}
