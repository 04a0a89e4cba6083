package io.sightline.fuzz;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Documents that are almost right: a few of their parts changed, moved, doubled or gone. */
public final class Mutations {
  private final Random random;
  private final RandomValues values;

  public Mutations(Random random, List<String> words) {
    this.random = random;
    this.values = new RandomValues(random, words);
  }

  /** A changed copy of {@code document}, which may take parts of {@code other}. */
  public Object tree(Object document, Object other) {
    Object copy = copy(document);
    for (int i = random.nextInt(4); i >= 0; i--) {
      copy = change(copy, other);
    }
    return copy;
  }

  /** A changed copy of a text. */
  public String text(String document) {
    StringBuilder text = new StringBuilder(document);
    for (int i = random.nextInt(4); i >= 0 && text.length() > 0; i--) {
      int from = random.nextInt(text.length());
      int to = Math.min(text.length(), from + 1 + random.nextInt(20));
      switch (random.nextInt(5)) {
        case 0 -> text.delete(from, to);
        case 1 -> text.insert(from, text.substring(from, to));
        case 2 -> text.setLength(from);
        case 3 -> text.insert(from, Json.write(values.leaf(), random));
        default -> text.setCharAt(from, "{}[]\",:\\eE-.0\ud800".charAt(random.nextInt(14)));
      }
    }
    return text.toString();
  }

  private Object change(Object document, Object other) {
    List<Object> containers = new ArrayList<>();
    gather(document, containers);
    if (containers.isEmpty()) {
      return values.value();
    }
    Object place = containers.get(random.nextInt(containers.size()));
    if (place instanceof List<?>) {
      change(list(place), other);
    } else {
      change(map(place), other);
    }
    return document;
  }

  private void change(List<Object> list, Object other) {
    if (list.isEmpty()) {
      list.add(values.value());
      return;
    }
    int at = random.nextInt(list.size());
    switch (random.nextInt(6)) {
      case 0 -> list.remove(at);
      case 1 -> list.add(at, copy(list.get(at)));
      case 2 -> Collections.swap(list, at, random.nextInt(list.size()));
      case 3 -> list.set(at, graft(other));
      case 4 -> list.set(at, listOf(list.get(at)));
      default -> list.set(at, values.value());
    }
  }

  private void change(Map<String, Object> map, Object other) {
    if (map.isEmpty()) {
      map.put(values.word(), values.value());
      return;
    }
    List<String> keys = new ArrayList<>(map.keySet());
    String key = keys.get(random.nextInt(keys.size()));
    switch (random.nextInt(7)) {
      case 0 -> map.remove(key);
      case 1 -> map.put(values.word(), map.remove(key));
      case 2 -> map.put(key, copy(map.get(keys.get(random.nextInt(keys.size())))));
      case 3 -> map.put(key, graft(other));
      case 4 -> map.put(key, listOf(map.get(key)));
      case 5 -> map.put(key, values.leaf());
      default -> map.put(key, values.value());
    }
  }

  private Object graft(Object other) {
    List<Object> containers = new ArrayList<>();
    gather(other, containers);
    return containers.isEmpty()
        ? values.value()
        : copy(containers.get(random.nextInt(containers.size())));
  }

  private static List<Object> listOf(Object value) {
    List<Object> list = new ArrayList<>();
    list.add(value);
    return list;
  }

  private static void gather(Object value, List<Object> containers) {
    if (value instanceof List<?> list) {
      containers.add(list);
      list.forEach(element -> gather(element, containers));
    } else if (value instanceof Map<?, ?> map) {
      containers.add(map);
      map.values().forEach(element -> gather(element, containers));
    }
  }

  private static Object copy(Object value) {
    if (value instanceof List<?> list) {
      List<Object> copy = new ArrayList<>(list.size());
      list.forEach(element -> copy.add(copy(element)));
      return copy;
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> copy = new LinkedHashMap<>();
      map.forEach((key, element) -> copy.put(key.toString(), copy(element)));
      return copy;
    }
    return value;
  }

  @SuppressWarnings("unchecked") // made by copy
  private static List<Object> list(Object value) {
    return (List<Object>) value;
  }

  @SuppressWarnings("unchecked") // made by copy
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }
}
