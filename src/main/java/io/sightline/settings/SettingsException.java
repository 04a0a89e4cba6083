package io.sightline.settings;

/**
 * A setting's value is missing or out of bounds; the message is a sentence for the administrator.
 */
public class SettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SettingsException(String message) {
    super(message);
  }
}
