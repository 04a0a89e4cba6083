package io.sightline.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Hands the server's MicroProfile configuration to the packages as {@link Settings}. What is
 * refused goes to the log as its sentence: of the exception that stops the application a server
 * shows little but its own stack.
 */
@ApplicationScoped
class ConfiguredSettings {
  private static final System.Logger LOG = System.getLogger(Settings.class.getName());

  @Produces
  @Singleton
  Settings settings() {
    Config config = ConfigProvider.getConfig();
    return new Settings(
        name -> config.getOptionalValue(name, String.class),
        sentence -> LOG.log(System.Logger.Level.ERROR, sentence));
  }
}
