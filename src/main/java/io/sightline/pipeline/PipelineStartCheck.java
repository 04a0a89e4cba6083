package io.sightline.pipeline;

import io.sightline.settings.Settings;
import io.sightline.settings.StartCheck;
import jakarta.enterprise.context.Dependent;

/** Reads what pipelines need from the settings. */
@Dependent
class PipelineStartCheck implements StartCheck {
  @Override
  public void check(Settings settings) {
    new AckWindow(settings, true);
    new PipelineLog(settings, "none");
  }
}
