package io.sightline.settings;

/**
 * A bean that reads the settings of its package at the start of the application: a value out of
 * bounds must stop the server, not its first client.
 */
public interface StartCheck {
  /**
   * Called once, before anything else of the application starts; opens nothing.
   *
   * @throws SettingsException naming the setting, its value and its bounds
   */
  void check(Settings settings);
}
