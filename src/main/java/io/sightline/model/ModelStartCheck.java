package io.sightline.model;

import io.sightline.settings.Settings;
import io.sightline.settings.StartCheck;
import jakarta.enterprise.context.Dependent;

/** Reads what models need from the settings; loads none. */
@Dependent
class ModelStartCheck implements StartCheck {
  @Override
  public void check(Settings settings) {
    new ModelStore(settings).close();
  }
}
