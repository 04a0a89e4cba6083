package io.sightline.session;

import io.sightline.datachannel.ResultChannel;
import io.sightline.media.FrameQueue;
import io.sightline.media.LatestFrame;
import io.sightline.settings.Settings;

/**
 * Reads, at the start, the settings that otherwise the first session would be the first to read: a
 * value out of bounds must stop the server, not its first client.
 */
final class SettingsCheck {
  private SettingsCheck() {}

  /**
   * @throws io.sightline.settings.SettingsException naming the setting and its bounds
   */
  static void run(Settings settings) {
    int probeFrames = SessionDefaults.of(settings).fpsProbeFrames();
    new LatestFrame(settings, probeFrames).close();
    new FrameQueue(settings, probeFrames).close();
    new ResultChannel(settings, ResultChannel.Format.CHUNKED).close();
  }
}
