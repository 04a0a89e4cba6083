package io.sightline.datachannel;

import java.util.List;

/** Which outputs travel on the data channel. */
public record DataOutput(Mode mode, List<String> names) {
  /** Metadata only, as long as a client asks for nothing else. */
  public static final DataOutput NONE = new DataOutput(Mode.NONE, List.of());

  /**
   * None: metadata only. All: everything but direct images. Specific: the names, images as JPEG.
   */
  public enum Mode {
    NONE,
    ALL,
    SPECIFIC
  }

  public DataOutput {
    names = List.copyOf(names);
  }

  /** The first name, "*" where all are selected, null where none is. */
  String first() {
    return switch (mode) {
      case NONE -> null;
      case ALL -> "*";
      case SPECIFIC -> names.get(0);
    };
  }

  /** What a client's list asks for; null and [] mean none, exactly ["*"] means all. */
  public static DataOutput of(List<String> requested) {
    if (requested == null) {
      return NONE;
    }
    List<String> names =
        requested.stream().filter(name -> name != null && !name.isEmpty()).distinct().toList();
    if (names.isEmpty()) {
      return NONE;
    }
    return names.equals(List.of("*"))
        ? new DataOutput(Mode.ALL, List.of())
        : new DataOutput(Mode.SPECIFIC, names);
  }
}
