package io.sightline.workflow.blocks.visualizations;

import io.sightline.vision.Typeface;
import io.sightline.workflow.block.BlockException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The fonts that documents name. Geist and Geist Mono come with the server; the others are replaced
 * by the one of them that is like them.
 */
final class FontFamily {
  static final String DEFAULT = "Geist Mono";

  private static final String MONOSPACED = "fonts/GeistMono-Regular.ttf";
  private static final String PROPORTIONAL = "fonts/Geist-Regular.ttf";
  private static final Map<String, String> FILES = files();
  private static final Map<String, Typeface> LOADED = new ConcurrentHashMap<>();

  private FontFamily() {}

  private static Map<String, String> files() {
    Map<String, String> files = new TreeMap<>();
    for (String name :
        new String[] {
          "Anonymous Pro",
          "Courier Prime",
          "Fira Code",
          DEFAULT,
          "IBM Plex Mono",
          "Inconsolata",
          "JetBrains Mono",
          "PT Mono",
          "Roboto Mono",
          "Source Code Pro",
          "Space Mono"
        }) {
      files.put(name, MONOSPACED);
    }
    for (String name :
        new String[] {
          "Geist",
          "Inter",
          "Lato",
          "Montserrat",
          "Noto Sans",
          "Nunito Sans",
          "Open Sans",
          "Roboto",
          "Work Sans"
        }) {
      files.put(name, PROPORTIONAL);
    }
    return files;
  }

  /** The names, and those that older documents use, such as geist_mono. */
  static String[] names() {
    return FILES.keySet().stream()
        .flatMap(name -> Stream.of(name, older(name)))
        .toArray(String[]::new);
  }

  private static String older(String name) {
    return name.toLowerCase(Locale.ROOT).replace(' ', '_');
  }

  /**
   * The font of that name.
   *
   * @throws BlockException where there is none
   */
  static Typeface named(String name) {
    for (Map.Entry<String, String> family : FILES.entrySet()) {
      if (family.getKey().equals(name) || older(family.getKey()).equals(name)) {
        return LOADED.computeIfAbsent(family.getValue(), Typeface::load);
      }
    }
    throw new BlockException(
        "Unknown font family: '%s'. Supported font families: %s."
            .formatted(name, String.join(", ", FILES.keySet())));
  }
}
