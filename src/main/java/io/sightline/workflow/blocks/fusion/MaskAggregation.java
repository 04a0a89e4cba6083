package io.sightline.workflow.blocks.fusion;

import io.sightline.vision.Mask;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** How one mask is made of several. */
enum MaskAggregation {
  UNION,
  INTERSECTION,
  MAX,
  MIN;

  /** The names that documents know them by. */
  static final String[] NAMES = {"intersection", "union", "max", "min"};

  static MaskAggregation named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  /** One of at least one mask of the same picture. */
  Mask of(List<Mask> masks) {
    return switch (this) {
      case UNION -> masks.stream().reduce(Mask::union).orElseThrow();
      case INTERSECTION -> masks.stream().reduce(Mask::intersection).orElseThrow();
      case MAX -> masks.stream().min(Comparator.comparingInt(m -> -m.area())).orElseThrow();
      case MIN -> masks.stream().min(Comparator.comparingInt(Mask::area)).orElseThrow();
    };
  }
}
