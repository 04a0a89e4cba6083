package io.sightline.session;

import io.sightline.datachannel.ResultChannel;
import io.sightline.media.FrameQueue;
import io.sightline.media.LatestFrame;
import io.sightline.settings.Settings;
import io.sightline.settings.StartCheck;
import io.sightline.workflow.WorkflowEngine;
import jakarta.enterprise.context.Dependent;
import java.time.Duration;

/** Reads what sessions and their parts need from the settings. */
@Dependent
class SessionStartCheck implements StartCheck {
  @Override
  public void check(Settings settings) {
    SessionEnvironment environment =
        SessionEnvironment.of(
            settings,
            new WorkflowEngine(settings, type -> null, Runnable::run),
            Runnable::run,
            SessionEnvironment.frames(settings, Runnable::run),
            Runnable::run);
    int probeFrames = environment.defaults().fpsProbeFrames();
    new LatestFrame(settings, probeFrames).close();
    new FrameQueue(settings, probeFrames).close();
    new ResultChannel(settings, ResultChannel.Format.CHUNKED).close();
    housekeeping(settings);
  }

  /** The time between two rounds of the housekeeper. */
  static Duration housekeeping(Settings settings) {
    return settings.seconds("sightline.session.housekeeping.interval", 1, 3600);
  }
}
