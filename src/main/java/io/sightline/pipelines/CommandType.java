package io.sightline.pipelines;

import java.util.Locale;
import java.util.Optional;

/** What the stream manager can be told to do. */
enum CommandType {
  INIT,
  WEBRTC,
  MUTE,
  RESUME,
  STATUS,
  TERMINATE,
  LIST_PIPELINES,
  CONSUME_RESULT;

  /** Whether it is about one pipeline that exists. */
  boolean ofPipeline() {
    return switch (this) {
      case INIT, WEBRTC, LIST_PIPELINES -> false;
      default -> true;
    };
  }

  /** Whether a pipeline comes of it. */
  boolean opens() {
    return this == INIT || this == WEBRTC;
  }

  /** By its word on the wire. */
  static Optional<CommandType> named(Object word) {
    for (CommandType type : values()) {
      if (type.name().toLowerCase(Locale.ROOT).equals(word)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
