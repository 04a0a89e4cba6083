package io.sightline.workflow.blocks.memory;

import io.sightline.workflow.block.Kind;
import java.util.List;

/** Gathers the values of an interval into one. */
interface Aggregate {
  /** The ways to gather, in the order of Roboflow's documents. */
  List<String> MODES =
      List.of(
          "sum",
          "avg",
          "max",
          "min",
          "count",
          "distinct",
          "count_distinct",
          "values_counts",
          "values_difference");

  void add(Object value);

  /** What was gathered, null where that is nothing. */
  Object result();

  static Aggregate of(String mode) {
    return switch (mode) {
      case "sum" -> new Total(false);
      case "avg" -> new Total(true);
      case "max" -> new Extremes(Extremes::greatest);
      case "min" -> new Extremes(Extremes::least);
      case "values_difference" -> new Extremes(Extremes::difference);
      case "count" -> new Count();
      case "distinct" -> new Distinct(Distinct::values);
      case "count_distinct" -> new Distinct(Distinct::size);
      default -> new Distinct(Distinct::counts);
    };
  }

  /** What a way to gather answers with. */
  static Kind[] kinds(String mode) {
    return switch (mode) {
      case "distinct" -> new Kind[] {Kind.LIST_OF_VALUES};
      case "values_counts" -> new Kind[] {Kind.DICTIONARY};
      default -> new Kind[] {Kind.FLOAT, Kind.INTEGER};
    };
  }
}
