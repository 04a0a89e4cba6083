package io.sightline.session;

import io.sightline.settings.Settings;

/** UDP ports for media, both ends included; both 0 leave the choice to the system. */
record PortRange(int min, int max) {
  static PortRange of(Settings s) {
    int min = s.integer("sightline.media.port.min", 0, 65_535);
    int max = s.integer("sightline.media.port.max", 0, 65_535);
    if (min != 0 && min < 1024 || (min == 0) != (max == 0)) {
      throw s.refuse("sightline.media.port.min", "0 as sightline.media.port.max, or 1024 to 65535");
    }
    if (max < min) {
      throw s.refuse("sightline.media.port.max", "at least sightline.media.port.min, " + min);
    }
    return new PortRange(min, max);
  }
}
