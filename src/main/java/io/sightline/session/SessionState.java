package io.sightline.session;

import java.util.Locale;

/** Where a session is in its life; it only moves on, but for running, paused and connecting. */
public enum SessionState {
  NEW,
  CONNECTING,
  RUNNING,
  PAUSED,
  CLOSING,
  CLOSED;

  /** The word on the wire. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
