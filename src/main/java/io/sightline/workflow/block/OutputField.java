package io.sightline.workflow.block;

import java.util.List;

/** A value that a block answers with, and the kinds it may have. */
public record OutputField(String name, List<Kind> kinds) {
  /** An output of one of {@code kinds}; of any where none is named. */
  public static OutputField of(String name, Kind... kinds) {
    return new OutputField(name, kinds.length == 0 ? List.of(Kind.WILDCARD) : List.of(kinds));
  }
}
