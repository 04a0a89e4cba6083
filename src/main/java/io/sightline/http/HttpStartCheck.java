package io.sightline.http;

import io.sightline.settings.Settings;
import io.sightline.settings.StartCheck;
import jakarta.enterprise.context.Dependent;

/** Reads what requests need from the settings. */
@Dependent
class HttpStartCheck implements StartCheck {
  @Override
  public void check(Settings settings) {
    HttpSettings.of(settings);
    OriginPolicy.of(settings);
    RemotePictures.of(settings);
    ApiKeys.of(settings);
  }
}
