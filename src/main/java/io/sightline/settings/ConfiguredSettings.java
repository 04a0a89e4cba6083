package io.sightline.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Hands the server's MicroProfile configuration to the packages as {@link Settings}. */
@ApplicationScoped
class ConfiguredSettings {
  @Produces
  @Singleton
  Settings settings() {
    return read();
  }

  /** The settings of the application that calls. */
  static Settings read() {
    Config config = ConfigProvider.getConfig();
    return new Settings(name -> config.getOptionalValue(name, String.class));
  }
}
