package io.sightline.workflow.blocks.secrets;

import io.sightline.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Offers blocks what the settings allow. */
@ApplicationScoped
class SecretBeans {
  @Produces
  @Singleton
  AllowedVariables variables(Settings settings) {
    return AllowedVariables.of(settings);
  }
}
