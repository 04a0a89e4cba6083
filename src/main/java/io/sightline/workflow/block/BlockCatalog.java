package io.sightline.workflow.block;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/** The block types that documents can name. Immutable. */
public final class BlockCatalog {
  private static final int SUGGESTIONS = 3;
  private static final double REST = 0.2;

  private final Map<String, BlockType> byName = new LinkedHashMap<>();
  private final List<BlockType> types;

  public BlockCatalog(Collection<? extends BlockType> types) {
    this.types = List.copyOf(types);
    for (BlockType type : types) {
      for (String name : type.manifest().types()) {
        if (byName.put(name, type) != null) {
          throw new IllegalArgumentException("two blocks are named " + name);
        }
      }
    }
  }

  /** The types that META-INF/services lists. */
  public static BlockCatalog discover() {
    List<BlockType> found = new ArrayList<>();
    ServiceLoader.load(BlockType.class, BlockType.class.getClassLoader()).forEach(found::add);
    return new BlockCatalog(found);
  }

  public Optional<BlockType> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** Every type once, in the order of the listing. */
  public List<BlockType> types() {
    return types;
  }

  /** Every name that {@link #find} knows. */
  public List<String> names() {
    return List.copyOf(byName.keySet());
  }

  /** The types with a name that looks most like {@code name}, at most three, the nearest first. */
  public List<String> nearest(String name) {
    String wanted = essence(name);
    return types.stream()
        .map(BlockType::manifest)
        .sorted(
            Comparator.comparingDouble((Manifest known) -> distance(wanted, known))
                .thenComparing(Manifest::type))
        .limit(SUGGESTIONS)
        .map(Manifest::type)
        .toList();
  }

  private static double distance(String wanted, Manifest known) {
    return known.types().stream()
        .mapToDouble(name -> distance(wanted, essence(name)))
        .min()
        .orElseThrow();
  }

  private static String essence(String name) {
    String shortened = name.length() > 120 ? name.substring(0, 120) : name;
    String plain = shortened.substring(shortened.indexOf('/') + 1);
    return plain.replaceAll("@v\\d*$", "").replace("_", "").toLowerCase(Locale.ROOT);
  }

  /**
   * Levenshtein distance between {@code a} and the beginning of {@code b}; what is left of {@code
   * b} counts little, because people shorten names.
   */
  private static double distance(String a, String b) {
    int[] above = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
      }
      above = row;
    }
    double least = Double.MAX_VALUE;
    for (int j = 0; j <= b.length(); j++) {
      least = Math.min(least, above[j] + REST * (b.length() - j));
    }
    return least;
  }
}
