package io.sightline.workflow.blocks.secrets;

import io.sightline.settings.Settings;
import io.sightline.settings.StartCheck;
import jakarta.enterprise.context.Dependent;

/** Reads what secrets need from the settings. */
@Dependent
class SecretStartCheck implements StartCheck {
  @Override
  public void check(Settings settings) {
    AllowedVariables.of(settings);
  }
}
