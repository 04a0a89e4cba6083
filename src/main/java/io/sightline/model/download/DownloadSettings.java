package io.sightline.model.download;

import io.sightline.net.AddressRange;
import io.sightline.settings.Settings;
import java.time.Duration;
import java.util.List;

/**
 * The bounds of what is fetched.
 *
 * @param maxBytes of one file
 * @param time for one file, from the first attempt on
 * @param silence of a server in the middle of an answer
 * @param retryDelay after the first attempt that fails; doubled after each further one
 * @param attempts that may fail one after the other without a byte more
 * @param ranges addresses that names may lead to although they are not public
 */
record DownloadSettings(
    long maxBytes,
    Duration time,
    Duration silence,
    Duration retryDelay,
    int attempts,
    List<AddressRange> ranges) {
  private static final String ADDRESSES = "sightline.models.download.addresses";

  static DownloadSettings from(Settings settings) {
    return new DownloadSettings(
        settings.integer("sightline.models.file.max.bytes", 1024, Integer.MAX_VALUE - 8),
        settings.seconds("sightline.models.download.time.max", 1, 604_800),
        settings.seconds("sightline.models.download.silence.max", 0.1, 600),
        Duration.ofSeconds(1),
        settings.integer("sightline.models.download.attempts", 1, 100),
        ranges(settings));
  }

  private static List<AddressRange> ranges(Settings settings) {
    try {
      return settings.list(ADDRESSES).stream().map(AddressRange::of).toList();
    } catch (IllegalArgumentException e) {
      throw settings.refuse(ADDRESSES, "addresses or ranges such as 192.168.0.0/16");
    }
  }
}
