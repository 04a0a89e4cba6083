package io.sightline.session;

/** An option of an offer or a change of it is wrong; the name is the reference's. */
public final class ConfigurationRejected extends SessionException {
  private static final long serialVersionUID = 1L;

  ConfigurationRejected(String message) {
    super("WebRTCConfigurationError", message, null);
  }

  ConfigurationRejected(String message, Throwable cause) {
    super("WebRTCConfigurationError", message, cause);
  }
}
