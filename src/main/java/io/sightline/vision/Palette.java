package io.sightline.vision;

import java.util.Arrays;
import java.util.List;

/** Colours that are handed out by number, over and over. */
public record Palette(List<Color> colors) {
  private static final int MAX_SIZE = 4096;

  public static final Palette DEFAULT =
      hex(
          """
          A351FB FF4040 FFA1A0 FF7633 FFB633 D1D435 4CFB12 94CF1A 40DE8A 1B9640 00D6C1
          2E9CAA 00C4FF 364797 6675FF 0019EF 863AFF 530087 CD3AFF FF97CA FF39C9""");
  public static final Palette ROBOFLOW = hex("C28DFC A351FB 8315F9 6706CE 5905B3 4D049A");
  public static final Palette LEGACY =
      hex(
          """
          A351FB E6194B 3CB44B FFE119 0082C8 F58231 911EB4 46F0F0 F032E6 D2F53C FABEBE
          008080 E6BEFF AA6E28 FFFAC8 800000 AAFFC3""");

  public Palette {
    colors = List.copyOf(colors);
    if (colors.isEmpty()) {
      throw new VisionException("a palette has at least one colour");
    }
  }

  /** Colours from hexadecimal digits, separated by white space. */
  static Palette hex(String digits) {
    return new Palette(Arrays.stream(digits.split("\\s+")).map(Color::hex).toList());
  }

  /**
   * {@code size} colours of a palette of Matplotlib's, spread evenly over it.
   *
   * @param name in any case, such as Viridis or Tab10
   * @param size at least 1
   */
  public static Palette matplotlib(String name, int size) {
    if (size < 1 || size > MAX_SIZE) {
      throw new VisionException("a palette has 1 to %d colours, not %d".formatted(MAX_SIZE, size));
    }
    return MatplotlibPalettes.named(name, size)
        .orElseThrow(() -> new VisionException("Matplotlib has no palette named '" + name + "'"));
  }

  /** The colour of {@code index}, counted around the palette; negative ones count from its end. */
  public Color at(int index) {
    return colors.get(Math.floorMod(index, colors.size()));
  }
}
