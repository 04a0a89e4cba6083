package io.sightline.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The workflows that come with the server; a file lists them, as archives cannot be searched. */
final class Samples {
  private static final String FOLDER = "samples/";
  private static final String LIST = FOLDER + "samples.list";

  private Samples() {}

  /** Identifier to definition. */
  static Map<String, String> all() {
    Map<String, String> all = new TreeMap<>();
    for (String id : ids()) {
      all.put(id, text(FOLDER + id + ".json"));
    }
    return all;
  }

  static List<String> ids() {
    return text(LIST).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  private static String text(String path) {
    try (InputStream in = Samples.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("the archive lacks " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
