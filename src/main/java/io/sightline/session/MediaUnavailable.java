package io.sightline.session;

/** Live video cannot work on this machine; the message names the native library that is missing. */
public final class MediaUnavailable extends SessionException {
  private static final long serialVersionUID = 1L;

  MediaUnavailable(String message, Throwable cause) {
    super("MediaUnavailable", message, cause);
  }
}
