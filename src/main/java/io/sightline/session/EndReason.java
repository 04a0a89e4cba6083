package io.sightline.session;

import java.util.Locale;

/** Why a session ended, as clients are told. */
public enum EndReason {
  CLIENT,
  TIMEOUT_REACHED,
  IDLE,
  SOURCE_ENDED,
  ERROR,
  DRAINED,
  ADMINISTRATOR;

  /** The word on the wire. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
