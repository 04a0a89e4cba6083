package io.sightline.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Which model is meant by an id: the one of that id, else the one whose own file says so, else the
 * one that Roboflow's names for public models mean, in both directions. Immutable.
 */
final class ModelIds {
  /** What {@link #valid} holds to, in words. */
  static final String RULE =
      "an id is one to three names of at most 100 letters, digits, spaces and . _ + @ -, of which"
          + " the first is a letter or a digit";

  private static final Pattern VALID =
      Pattern.compile(
          "[\\p{L}\\p{N}][\\p{L}\\p{N} ._+@-]{0,99}(?:/[\\p{L}\\p{N}][\\p{L}\\p{N}"
              + " ._+@-]{0,99}){0,2}");
  private static final Map<String, String> PUBLIC = publicNames();
  private static final Map<String, List<String>> BY_NUMBER = byNumber();

  private final Map<String, String> own;

  /**
   * @param own alias to id
   */
  ModelIds(Map<String, String> own) {
    this.own = Map.copyOf(own);
  }

  /** Whether this may be a model's id: one to three names of a folder. */
  static boolean valid(String id) {
    return VALID.matcher(id).matches();
  }

  /** The id of the model that is meant; null where none is known. */
  String resolve(String id, Set<String> known) {
    if (id == null || known.contains(id)) {
      return id;
    }
    String said = own.get(id);
    if (said != null && known.contains(said)) {
      return said;
    }
    String number = PUBLIC.getOrDefault(id, id);
    if (known.contains(number)) {
      return number;
    }
    return BY_NUMBER.getOrDefault(number, List.of()).stream()
        .filter(known::contains)
        .findFirst()
        .orElse(null);
  }

  /** The other names of the model with this id. */
  List<String> aliases(String id, Collection<String> known) {
    List<String> names = new ArrayList<>();
    own.forEach((alias, target) -> add(names, target.equals(id), alias, known));
    String number = PUBLIC.getOrDefault(id, id);
    add(names, !number.equals(id), number, known);
    BY_NUMBER.getOrDefault(number, List.of()).forEach(name -> add(names, true, name, known));
    names.sort(null);
    return names;
  }

  private static void add(
      List<String> names, boolean really, String name, Collection<String> known) {
    if (really && !known.contains(name) && !names.contains(name)) {
      names.add(name);
    }
  }

  private static Map<String, String> publicNames() {
    Properties table = new Properties();
    try (InputStream in = ModelIds.class.getResourceAsStream("public-names.properties")) {
      table.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> names = new HashMap<>();
    table.forEach((name, number) -> names.put((String) name, (String) number));
    return Map.copyOf(names);
  }

  private static Map<String, List<String>> byNumber() {
    Map<String, List<String>> names = new HashMap<>();
    new TreeMap<>(PUBLIC)
        .forEach((name, number) -> names.computeIfAbsent(number, n -> new ArrayList<>()).add(name));
    return names;
  }
}
