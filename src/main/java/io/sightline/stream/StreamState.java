package io.sightline.stream;

import java.util.EnumSet;
import java.util.Set;

/** Where a source is in its life; the names are the reference's. */
public enum StreamState {
  NOT_STARTED,
  INITIALISING,
  RESTARTING,
  RUNNING,
  PAUSED,
  MUTED,
  TERMINATING,
  ENDED,
  ERROR;

  private static final Set<StreamState> LIVE = EnumSet.of(RUNNING, PAUSED, MUTED);

  /** Whether frames come, or would but for a pause. */
  boolean live() {
    return LIVE.contains(this);
  }
}
