package io.sightline.workflow.blocks.images;

import io.sightline.workflow.block.BlockException;
import java.util.List;

/** Reads colours as people write them for counting pixels. */
final class TargetColor {
  private static final int MAX_LENGTH = 100;

  private TargetColor() {}

  /**
   * @param color #RRGGBB, #RGB, (R, G, B) or a list of three whole numbers
   * @return red, green and blue, as given
   * @throws BlockException where it is none of these
   */
  static int[] parse(Object color) {
    if (color instanceof List<?> list
        && list.size() == 3
        && list.stream().allMatch(c -> c instanceof Number)) {
      return list.stream().mapToInt(c -> ((Number) c).intValue()).toArray();
    }
    if (color instanceof String text && text.length() <= MAX_LENGTH) {
      if (text.startsWith("#") && (text.length() == 7 || text.length() == 4)) {
        return hex(text);
      }
      if (text.startsWith("(") && text.endsWith(")")) {
        return tuple(text);
      }
    }
    throw wrong("", color);
  }

  private static int[] hex(String text) {
    int digits = text.length() / 3;
    int[] rgb = new int[3];
    for (int i = 0; i < 3; i++) {
      String channel = text.substring(1 + i * digits, 1 + (i + 1) * digits);
      try {
        rgb[i] = Integer.parseInt(digits == 1 ? channel + channel : channel, 16);
      } catch (NumberFormatException e) {
        throw wrong("hex ", text);
      }
    }
    return rgb;
  }

  private static int[] tuple(String text) {
    String[] parts = text.substring(1, text.length() - 1).split(",", -1);
    if (parts.length != 3) {
      throw wrong("tuple ", text);
    }
    int[] rgb = new int[3];
    for (int i = 0; i < 3; i++) {
      try {
        rgb[i] = Integer.parseInt(parts[i].strip());
      } catch (NumberFormatException e) {
        throw wrong("tuple ", text);
      }
    }
    return rgb;
  }

  private static BlockException wrong(String kind, Object color) {
    String text = String.valueOf(color);
    String shown = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) + "..." : text;
    return new BlockException("Invalid " + kind + "color format: " + shown);
  }
}
