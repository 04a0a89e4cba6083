package io.sightline.media.capture;

/** The administrator's lists do not permit a source; the message names the setting. */
public final class SourceNotAllowed extends CaptureException {
  private static final long serialVersionUID = 1L;

  SourceNotAllowed(String message) {
    super(message);
  }
}
