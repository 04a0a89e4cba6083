package io.sightline.workflow.block;

import io.sightline.vision.ImageOrigin;
import java.util.Map;
import java.util.regex.Pattern;

/** Where a detection's picture was cut from, as documents and requests write it. */
final class WireOrigin {
  private static final Pattern WHOLE = Pattern.compile("\\s*[+-]?\\d{1,9}(\\.0+)?\\s*");
  private static final int MAX = 1_000_000_000;

  private WireOrigin() {}

  /**
   * @param id of the picture that it was cut from
   * @param value {@code offset_x}, {@code offset_y}, {@code width} and {@code height}, pixels;
   *     where there is nothing, only the identifier is known and the width is 0
   * @throws IllegalArgumentException where it has another shape, saying which
   */
  static ImageOrigin read(String id, Object value) {
    if (value == null || "".equals(value) || value instanceof Map<?, ?> map && map.isEmpty()) {
      return ImageOrigin.whole(id, 0, 0);
    }
    if (!(value instanceof Map<?, ?> origin)) {
      throw new IllegalArgumentException("not a dict.");
    }
    int width = whole(origin.get("width"));
    int height = whole(origin.get("height"));
    if (width < 1 || height < 1) {
      throw malformed();
    }
    return new ImageOrigin(
        id, whole(origin.get("offset_x")), whole(origin.get("offset_y")), width, height);
  }

  private static int whole(Object value) {
    if (value instanceof String text && WHOLE.matcher(text).matches()) {
      return (int) Double.parseDouble(text.strip());
    }
    if (value instanceof Number number
        && number.doubleValue() == Math.rint(number.doubleValue())
        && Math.abs(number.doubleValue()) <= MAX) {
      return number.intValue();
    }
    throw malformed();
  }

  private static IllegalArgumentException malformed() {
    return new IllegalArgumentException("malformed. See details in inner error.");
  }
}
