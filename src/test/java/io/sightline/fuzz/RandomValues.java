package io.sightline.fuzz;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Values as JSON documents have them, with a liking for those at the edges. */
public final class RandomValues {
  private static final Object[] EDGES = {
    0,
    -1,
    1,
    2,
    100,
    Integer.MAX_VALUE,
    Integer.MIN_VALUE,
    Long.MAX_VALUE,
    Long.MIN_VALUE,
    BigInteger.TEN.pow(40),
    BigInteger.TEN.pow(400).negate(),
    0.0,
    -0.0,
    0.5,
    1e-310,
    1e300,
    -1e300,
    1e18,
    Double.MAX_VALUE,
    Double.POSITIVE_INFINITY,
    Double.NaN,
    true,
    false
  };
  private static final String[] TEXTS = {
    "",
    " ",
    "*",
    ".",
    "$",
    "a",
    "image",
    "$inputs.image",
    "$inputs.",
    "$inputs.*",
    "$inputsximage",
    "$steps.",
    "$steps.model",
    "$steps.model.*",
    "$steps.model.predictions",
    "$steps.a.b.c",
    "$steps.model.predictions\n",
    "1",
    "-1e999",
    "0x10",
    "nan",
    "true",
    "None",
    "#ff00zz",
    "rgb(1,2,3)",
    "(?P<a>x)*{2}",
    "[^]",
    "%s%n",
    "{}",
    "\0",
    "\ud800",
    "\udc00\ud800",
    "\ud83d\ude00",
    "\u202e\u0130",
    "a".repeat(300),
    "1970-01-01T00:00:00+00:00"
  };

  private final Random random;
  private final List<String> words;
  private int left;

  /**
   * @param words that keys and texts are often made of
   */
  public RandomValues(Random random, List<String> words) {
    this.random = random;
    this.words = words;
  }

  /** Anything, of a moderate size. */
  public Object value() {
    left = 1 + random.nextInt(40);
    if (random.nextInt(100) == 0) {
      return nested(1 + random.nextInt(200));
    }
    return value(0);
  }

  private Object nested(int depth) {
    Object value = leaf();
    for (int i = 0; i < depth; i++) {
      value = random.nextInt(4) > 0 ? listOf(value) : mapOf(word(), value);
    }
    return value;
  }

  private static List<Object> listOf(Object element) {
    List<Object> list = new ArrayList<>();
    list.add(element);
    return list;
  }

  private static Map<String, Object> mapOf(String key, Object element) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(key, element);
    return map;
  }

  private Object value(int depth) {
    left--;
    int choice = left <= 0 || depth > 6 ? 0 : random.nextInt(10);
    if (choice < 5) {
      return leaf();
    }
    int size = random.nextInt(5);
    if (choice < 8) {
      List<Object> list = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        list.add(value(depth + 1));
      }
      return list;
    }
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < size; i++) {
      map.put(word(), value(depth + 1));
    }
    return map;
  }

  /** A value without parts. */
  public Object leaf() {
    return switch (random.nextInt(8)) {
      case 0 -> null;
      case 1, 2 -> EDGES[random.nextInt(EDGES.length)];
      case 3 -> random.nextInt(2000) - 1000;
      case 4 -> random.nextGaussian() * 100;
      default -> word();
    };
  }

  /** A text, often one of those that mean something. */
  public String word() {
    if (!words.isEmpty() && random.nextInt(3) > 0) {
      return words.get(random.nextInt(words.size()));
    }
    if (random.nextInt(4) > 0) {
      return TEXTS[random.nextInt(TEXTS.length)];
    }
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i >= 0; i--) {
      text.append((char) random.nextInt(random.nextBoolean() ? 128 : 0x10000));
    }
    return text.toString();
  }
}
