package io.sightline.session;

/** The administrator does not permit a source; the message names the setting. */
public final class SourceRejected extends SessionException {
  private static final long serialVersionUID = 1L;

  SourceRejected(Throwable cause) {
    super("SourceNotAllowed", cause.getMessage(), cause);
  }
}
