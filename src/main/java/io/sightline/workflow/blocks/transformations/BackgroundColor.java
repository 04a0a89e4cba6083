package io.sightline.workflow.blocks.transformations;

import io.sightline.workflow.block.BlockException;
import java.util.List;

/** Colours as a dynamic crop takes them: #RRGGBB, #RGB, (R, G, B) or a list of three numbers. */
final class BackgroundColor {
  private static final int HEX = 16;

  private String text;
  private int[] rgb;

  /**
   * Red, green and blue; beyond 255 they begin again at 0. Remembers the last text.
   *
   * @throws BlockException where it is no colour
   */
  int[] of(Object color) {
    if (color instanceof String s) {
      if (!s.equals(text)) {
        rgb = read(s);
        text = s;
      }
      return rgb;
    }
    if (color instanceof List<?> list && list.size() == 3) {
      int[] values = new int[3];
      for (int i = 0; i < values.length; i++) {
        if (!(list.get(i) instanceof Number number)) {
          throw new BlockException("Invalid color format: " + color);
        }
        values[i] = number.intValue() & 0xff;
      }
      return values;
    }
    throw new BlockException("Invalid color format: " + color);
  }

  private static int[] read(String color) {
    if (color.startsWith("#") && (color.length() == 7 || color.length() == 4)) {
      int digits = color.length() / 3;
      int[] values = new int[3];
      for (int i = 0; i < values.length; i++) {
        String part = color.substring(1 + i * digits, 1 + (i + 1) * digits);
        values[i] = number(digits == 1 ? part + part : part, HEX, "hex", color);
      }
      return values;
    }
    if (!color.startsWith("(") || !color.endsWith(")")) {
      throw wrong("hex", color);
    }
    String[] parts = color.substring(1, color.length() - 1).split(",", -1);
    if (parts.length != 3) {
      throw wrong("tuple", color);
    }
    int[] values = new int[3];
    for (int i = 0; i < values.length; i++) {
      values[i] = number(parts[i].strip(), 10, "tuple", color);
    }
    return values;
  }

  private static int number(String digits, int radix, String format, String color) {
    try {
      return Integer.parseInt(digits, radix) & 0xff;
    } catch (NumberFormatException e) {
      throw wrong(format, color);
    }
  }

  private static BlockException wrong(String format, String color) {
    return new BlockException("Invalid " + format + " color format: " + color);
  }
}
