package io.sightline.model.download;

import java.io.IOException;

/** What was asked for will not be had by asking again. */
final class RefusedException extends IOException {
  private static final long serialVersionUID = 1L;

  RefusedException(String message) {
    super(message);
  }
}
