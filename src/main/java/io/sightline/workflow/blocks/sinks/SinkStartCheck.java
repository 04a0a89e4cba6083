package io.sightline.workflow.blocks.sinks;

import io.sightline.settings.Settings;
import io.sightline.settings.StartCheck;
import jakarta.enterprise.context.Dependent;

/** Reads what sinks need from the settings. */
@Dependent
class SinkStartCheck implements StartCheck {
  @Override
  public void check(Settings settings) {
    WebhookSettings.of(settings);
    FileSettings.of(settings);
  }
}
