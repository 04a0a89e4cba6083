package io.sightline.session;

import io.sightline.media.BitratePolicy;
import io.sightline.pipeline.BoundedExecutor;
import io.sightline.settings.Settings;
import io.sightline.workflow.WorkflowEngine;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;

/**
 * What all sessions of a server share. Needs no container: a test or a worker process makes one
 * with executors of its own.
 *
 * @param lifeCycle runs each session's serial executor; its threads may wait for natives
 * @param frames runs the pipelines and their workflows' steps side by side, bounded
 * @param captures gives each source that the server captures itself a thread for its whole life
 * @param later runs a short task after a time
 * @param stillVideo how long video may stand still until it is filled, zero for ever
 */
public record SessionEnvironment(
    Settings settings,
    SessionLimits limits,
    SessionDefaults defaults,
    InboundLimits inbound,
    UploadLimits uploads,
    IceReach reach,
    BitratePolicy bitrates,
    SessionJournal journal,
    WorkflowEngine engine,
    Executor lifeCycle,
    BoundedExecutor frames,
    Executor captures,
    BiConsumer<Runnable, Duration> later,
    Duration stillVideo) {
  /**
   * Reads what sessions need from the settings.
   *
   * @param frames as {@link #frames(Settings, Executor)} makes it; the engine has the same one
   * @param captures has a thread for every task at once
   * @throws io.sightline.settings.SettingsException where a value is out of bounds
   */
  public static SessionEnvironment of(
      Settings settings,
      WorkflowEngine engine,
      Executor lifeCycle,
      BoundedExecutor frames,
      Executor captures) {
    return of(settings, engine, lifeCycle, frames, captures, (task, time) -> {});
  }

  /**
   * As above, with a timer: without one video that stands still is not filled.
   *
   * @param later runs a short task after a time
   */
  public static SessionEnvironment of(
      Settings settings,
      WorkflowEngine engine,
      Executor lifeCycle,
      BoundedExecutor frames,
      Executor captures,
      BiConsumer<Runnable, Duration> later) {
    return new SessionEnvironment(
        settings,
        SessionLimits.of(settings),
        SessionDefaults.of(settings),
        InboundLimits.of(settings),
        UploadLimits.of(settings),
        IceReach.of(settings),
        new BitratePolicy(settings),
        SessionJournal.ofServer(),
        engine,
        new RescueExecutor(lifeCycle),
        frames,
        captures,
        later,
        settings.seconds("sightline.media.still.after", 0, 60));
  }

  /**
   * This server's STUN and TURN servers for a client's use, with fresh credentials where they are
   * made for each.
   */
  public List<IceServer> iceServers() {
    return defaults.iceServers().issue();
  }

  /**
   * The executor of pipelines: as many threads of {@code shared} as {@code
   * sightline.pipeline.threads} says.
   *
   * @throws io.sightline.settings.SettingsException where that is out of bounds
   */
  public static BoundedExecutor frames(Settings settings, Executor shared) {
    int threads = settings.integer("sightline.pipeline.threads", 0, 256);
    int cores = Runtime.getRuntime().availableProcessors();
    return new BoundedExecutor(new RescueExecutor(shared), threads == 0 ? cores : threads);
  }
}
