package io.sightline.workflow.blocks.cache;

import io.sightline.vision.Image;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The pictures in a value, at its top or inside of lists and maps. */
final class Pictures {
  private Pictures() {}

  static void each(Object value, Consumer<Image> visitor) {
    if (value instanceof Image image) {
      visitor.accept(image);
    } else if (value instanceof List<?> list) {
      list.forEach(element -> each(element, visitor));
    } else if (value instanceof Map<?, ?> map) {
      map.values().forEach(element -> each(element, visitor));
    }
  }
}
