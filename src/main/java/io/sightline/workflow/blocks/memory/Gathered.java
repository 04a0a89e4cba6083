package io.sightline.workflow.blocks.memory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One output of an aggregator: which value it gathers, in which way, and how far it is. */
final class Gathered {
  private final String name;
  private final String mode;
  private Aggregate aggregate;

  private Gathered(String name, String mode) {
    this.name = name;
    this.mode = mode;
    aggregate = Aggregate.of(mode);
  }

  /**
   * All outputs, each once.
   *
   * @param data by the names of values
   * @param modes lists of ways to gather by the names of values
   */
  static List<Gathered> of(Map<?, ?> data, Map<?, ?> modes) {
    Map<String, Gathered> all = new LinkedHashMap<>();
    for (Object name : data.keySet()) {
      if (modes.get(name) instanceof List<?> list) {
        for (Object mode : list) {
          all.putIfAbsent(name + "_" + mode, new Gathered((String) name, (String) mode));
        }
      }
    }
    return new ArrayList<>(all.values());
  }

  String name() {
    return name;
  }

  String mode() {
    return mode;
  }

  /** The output's name. */
  String output() {
    return name + "_" + mode;
  }

  void add(Object value) {
    aggregate.add(value);
  }

  /** What was gathered; gathers anew from here on. */
  Object finish() {
    Object result = aggregate.result();
    aggregate = Aggregate.of(mode);
    return result;
  }
}
