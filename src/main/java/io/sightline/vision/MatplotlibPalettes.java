package io.sightline.vision;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.javacpp.indexer.UByteIndexer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * The palettes that Matplotlib made popular, by name. Gradients come from OpenCV's tables of 256
 * colours, lists of distinct colours from ColorBrewer and Tableau.
 */
final class MatplotlibPalettes {
  private static final Map<String, Integer> GRADIENTS =
      Map.of(
          "viridis", opencv_imgproc.COLORMAP_VIRIDIS,
          "plasma", opencv_imgproc.COLORMAP_PLASMA,
          "inferno", opencv_imgproc.COLORMAP_INFERNO,
          "magma", opencv_imgproc.COLORMAP_MAGMA,
          "cividis", opencv_imgproc.COLORMAP_CIVIDIS);

  private static final Map<String, String> LISTS =
      Map.ofEntries(
          Map.entry("pastel1", "fbb4ae b3cde3 ccebc5 decbe4 fed9a6 ffffcc e5d8bd fddaec f2f2f2"),
          Map.entry("pastel2", "b3e2cd fdcdac cbd5e8 f4cae4 e6f5c9 fff2ae f1e2cc cccccc"),
          Map.entry(
              "paired",
              "a6cee3 1f78b4 b2df8a 33a02c fb9a99 e31a1c fdbf6f ff7f00 cab2d6 6a3d9a ffff99"
                  + " b15928"),
          Map.entry("accent", "7fc97f beaed4 fdc086 ffff99 386cb0 f0027f bf5b17 666666"),
          Map.entry("dark2", "1b9e77 d95f02 7570b3 e7298a 66a61e e6ab02 a6761d 666666"),
          Map.entry("set1", "e41a1c 377eb8 4daf4a 984ea3 ff7f00 ffff33 a65628 f781bf 999999"),
          Map.entry("set2", "66c2a5 fc8d62 8da0cb e78ac3 a6d854 ffd92f e5c494 b3b3b3"),
          Map.entry(
              "set3",
              "8dd3c7 ffffb3 bebada fb8072 80b1d3 fdb462 b3de69 fccde5 d9d9d9 bc80bd ccebc5"
                  + " ffed6f"),
          Map.entry(
              "tab10", "1f77b4 ff7f0e 2ca02c d62728 9467bd 8c564b e377c2 7f7f7f bcbd22 17becf"),
          Map.entry(
              "tab20",
              "1f77b4 aec7e8 ff7f0e ffbb78 2ca02c 98df8a d62728 ff9896 9467bd c5b0d5 8c564b"
                  + " c49c94 e377c2 f7b6d2 7f7f7f c7c7c7 bcbd22 dbdb8d 17becf 9edae5"),
          Map.entry(
              "tab20b",
              "393b79 5254a3 6b6ecf 9c9ede 637939 8ca252 b5cf6b cedb9c 8c6d31 bd9e39 e7ba52"
                  + " e7cb94 843c39 ad494a d6616b e7969c 7b4173 a55194 ce6dbd de9ed6"),
          Map.entry(
              "tab20c",
              "3182bd 6baed6 9ecae1 c6dbef e6550d fd8d3c fdae6b fdd0a2 31a354 74c476 a1d99b"
                  + " c7e9c0 756bb1 9e9ac8 bcbddc dadaeb 636363 969696 bdbdbd d9d9d9"));

  private MatplotlibPalettes() {}

  /** {@code size} colours spread evenly over the palette of that name; empty where none has it. */
  static Optional<Palette> named(String name, int size) {
    String key = name.toLowerCase(Locale.ROOT);
    if (GRADIENTS.containsKey(key)) {
      return Optional.of(spread(gradient(GRADIENTS.get(key)), size));
    }
    return Optional.ofNullable(LISTS.get(key)).map(hex -> spread(Palette.hex(hex).colors(), size));
  }

  private static Palette spread(List<Color> all, int size) {
    List<Color> chosen = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      double place = size == 1 ? 0 : (double) i / (size - 1);
      chosen.add(all.get(Math.min(all.size() - 1, (int) (place * all.size()))));
    }
    return new Palette(chosen);
  }

  private static List<Color> gradient(int map) {
    try (Mat ramp = new Mat(1, 256, opencv_core.CV_8UC1);
        Mat colors = new Mat()) {
      try (UByteIndexer index = ramp.createIndexer()) {
        for (int i = 0; i < 256; i++) {
          index.put(0, i, i);
        }
      }
      opencv_imgproc.applyColorMap(ramp, colors, map);
      List<Color> all = new ArrayList<>(256);
      try (UByteIndexer bgr = colors.createIndexer()) {
        for (int i = 0; i < 256; i++) {
          all.add(new Color(bgr.get(0, i, 2), bgr.get(0, i, 1), bgr.get(0, i, 0)));
        }
      }
      return all;
    }
  }
}
