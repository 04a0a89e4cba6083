package io.sightline.model;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Class names as Ultralytics writes them into a model: {@code {0: 'person', 1: "driver's cab"}}, or
 * before the end of 2022 {@code ['person', "driver's cab"]}.
 */
final class ClassNames {
  private static final String TEXT =
      "(?:'([^'\\\\]*+(?:\\\\.[^'\\\\]*+)*+)'|\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\")";

  private static final Pattern ENTRY = Pattern.compile("(\\d{1,6})\\s*+:\\s*+" + TEXT);
  private static final Pattern ITEM = Pattern.compile("()" + TEXT);

  private ClassNames() {}

  /** The names in the order of their ids, which must count from 0; empty for null. */
  static List<String> parse(String metadata) {
    List<String> names = new ArrayList<>();
    String given = metadata == null ? "" : metadata.strip();
    boolean isList = given.startsWith("[");
    Matcher entry = (isList ? ITEM : ENTRY).matcher(given);
    while (entry.find()) {
      int id = isList ? names.size() : Integer.parseInt(entry.group(1));
      if (id != names.size()) {
        throw new ModelException(
            "class names in the model's metadata must count up from 0: %d follows %d names"
                .formatted(id, names.size()));
      }
      String text = entry.group(2) != null ? entry.group(2) : entry.group(3);
      names.add(text.replaceAll("\\\\(.)", "$1"));
    }
    return List.copyOf(names);
  }

  /** The names in a model's files, else those in its network's metadata; empty for none. */
  static List<String> of(ModelPackage files, Network network) {
    List<String> names = files.classNames();
    return names.isEmpty() ? parse(network.metadata().get("names")) : names;
  }
}
