package io.sightline.vision;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A colour, each channel 0 to 255. */
public record Color(int red, int green, int blue) {
  public static final Color WHITE = new Color(255, 255, 255);
  public static final Color BLACK = new Color(0, 0, 0);
  public static final Color GREY = new Color(128, 128, 128);

  private static final Map<String, Color> NAMED =
      Map.of(
          "WHITE", WHITE,
          "BLACK", BLACK,
          "GREY", GREY,
          "RED", new Color(255, 0, 0),
          "GREEN", new Color(0, 255, 0),
          "BLUE", new Color(0, 0, 255),
          "YELLOW", new Color(255, 255, 0),
          "ROBOFLOW", new Color(163, 81, 251));
  private static final Pattern HEX = Pattern.compile("#*([0-9a-fA-F]{3}|[0-9a-fA-F]{6})");
  private static final Pattern TRIPLE =
      Pattern.compile("(rgb|bgr)\\(\\s*(\\d{1,3})\\s*,\\s*(\\d{1,3})\\s*,\\s*(\\d{1,3})\\s*\\)");

  public Color {
    if (((red | green | blue) & ~0xff) != 0) {
      throw new VisionException(
          "a colour's channels are 0 to 255, not %d, %d, %d".formatted(red, green, blue));
    }
  }

  /** A colour from three or six hexadecimal digits, with or without a leading #. */
  public static Color hex(String digits) {
    Matcher matcher = HEX.matcher(digits);
    if (!matcher.matches()) {
      throw new VisionException("a colour has 3 or 6 hexadecimal digits, not '" + digits + "'");
    }
    String given = matcher.group(1);
    String six = given.length() == 6 ? given : given.replaceAll("(.)", "$1$1");
    int rgb = Integer.parseInt(six, 16);
    return new Color(rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff);
  }

  /** A colour as people write it: #RRGGBB, rgb(R, G, B), bgr(B, G, R) or a name such as WHITE. */
  public static Color parse(String text) {
    if (text.startsWith("#")) {
      return hex(text);
    }
    Matcher matcher = TRIPLE.matcher(text.trim());
    if (matcher.matches()) {
      int first = Integer.parseInt(matcher.group(2));
      int second = Integer.parseInt(matcher.group(3));
      int third = Integer.parseInt(matcher.group(4));
      return matcher.group(1).equals("rgb")
          ? new Color(first, second, third)
          : new Color(third, second, first);
    }
    Color named = NAMED.get(text.toUpperCase(Locale.ROOT));
    if (named == null) {
      throw new VisionException(
          ("Invalid text color: %s; valid formats are #RRGGBB, rgb(R, G, B), bgr(B, G, R), or a"
                  + " valid color name (like WHITE, BLACK, or BLUE).")
              .formatted(text));
    }
    return named;
  }
}
