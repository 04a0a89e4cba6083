package io.sightline.workflow.executor;

import io.sightline.vision.ImageOrigin;
import java.util.Map;

/** Where a picture was cut from, from its wire form. */
final class OriginReader {
  private OriginReader() {}

  /**
   * @param id of the picture that it was cut from
   * @param value {@code offset_x}, {@code offset_y}, {@code width} and {@code height}; an origin
   *     without size where it is missing
   * @throws InputException where it has another shape
   */
  static ImageOrigin read(String parameter, String id, Object value) {
    if (value == null || value instanceof Map<?, ?> empty && empty.isEmpty()) {
      return ImageOrigin.whole(id, 0, 0);
    }
    if (!(value instanceof Map<?, ?> origin)) {
      throw new InputException(
          "Detected runtime parameter `%s` holding `ParentOrigin`, but provided value is not a dict."
              .formatted(parameter),
          null);
    }
    Integer x = whole(origin.get("offset_x"));
    Integer y = whole(origin.get("offset_y"));
    Integer width = whole(origin.get("width"));
    Integer height = whole(origin.get("height"));
    if (x == null || y == null || width == null || height == null || width < 1 || height < 1) {
      throw new InputException(
          "Detected runtime parameter `%s` holding `ParentOrigin`, but provided value is malformed. See details in inner error."
              .formatted(parameter),
          null);
    }
    return new ImageOrigin(id, x, y, width, height);
  }

  private static Integer whole(Object value) {
    return value instanceof Number n
            && n.doubleValue() == Math.rint(n.doubleValue())
            && Math.abs(n.doubleValue()) <= Integer.MAX_VALUE
        ? Integer.valueOf(n.intValue())
        : null;
  }
}
