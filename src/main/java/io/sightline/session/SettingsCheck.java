package io.sightline.session;

import io.sightline.datachannel.ResultChannel;
import io.sightline.media.FrameQueue;
import io.sightline.media.LatestFrame;
import io.sightline.pipeline.FramePipeline;
import io.sightline.settings.Settings;

/**
 * Reads, at the start, every setting of sessions and of what they are made of: a value out of
 * bounds must stop the server, not its first client.
 */
public final class SettingsCheck {
  private SettingsCheck() {}

  /**
   * @throws io.sightline.settings.SettingsException naming the setting and its bounds
   */
  public static void run(Settings settings) {
    SessionEnvironment.of(
        settings, null, Runnable::run, SessionEnvironment.frames(settings, Runnable::run));
    Housekeeper.interval(settings);
    int probeFrames = SessionDefaults.of(settings).fpsProbeFrames();
    new LatestFrame(settings, probeFrames).close();
    new FrameQueue(settings, probeFrames).close();
    new ResultChannel(settings, ResultChannel.Format.CHUNKED).close();
    FramePipeline.check(settings);
  }
}
