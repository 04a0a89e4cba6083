package io.sightline.signaling;

import io.sightline.settings.Settings;
import io.sightline.settings.StartCheck;
import jakarta.enterprise.context.Dependent;

/** Reads what the socket needs from the settings. */
@Dependent
class SignalingStartCheck implements StartCheck {
  @Override
  public void check(Settings settings) {
    SignalingSettings.of(settings);
  }
}
