package io.sightline.pipelines;

import io.sightline.settings.Settings;
import io.sightline.settings.StartCheck;
import io.sightline.stream.StreamLimits;
import jakarta.enterprise.context.Dependent;

/** Reads what pipelines need from the settings. */
@Dependent
class PipelineStartCheck implements StartCheck {
  @Override
  public void check(Settings settings) {
    PipelineSettings.of(settings);
    StreamLimits.of(settings);
    new MemoryBound(settings);
  }
}
