package io.sightline.session;

import io.sightline.model.ModelStore;
import io.sightline.pipeline.BoundedExecutor;
import io.sightline.settings.ReferenceFile;
import io.sightline.settings.Settings;
import io.sightline.workflow.WorkflowEngine;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** What sessions need, without a container. */
public final class PlainEnvironment implements AutoCloseable {
  /** Shows the frame as it came in: no model, no drawing. */
  public static final String ECHO =
      """
      {"version": "1.0",
       "inputs": [{"type": "InferenceImage", "name": "image"},
                  {"type": "WorkflowParameter", "name": "threshold", "default_value": 0.5}],
       "steps": [],
       "outputs": [{"type": "JsonField", "name": "picture", "selector": "$inputs.image"},
                   {"type": "JsonField", "name": "threshold", "selector": "$inputs.threshold"}]}
      """;

  private final ExecutorService executor = Executors.newCachedThreadPool();
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final SessionEnvironment environment;
  private final BoundedExecutor frames;

  public PlainEnvironment(Map<String, String> variables) {
    this(variables, null);
  }

  /**
   * @param helpers what steps side by side ask for help; null for the frames' own executor
   */
  PlainEnvironment(Map<String, String> variables, Executor helpers) {
    Settings settings = new ReferenceFile(variables).settings();
    ModelStore models = new ModelStore(settings);
    BoundedExecutor frames = SessionEnvironment.frames(settings, executor);
    WorkflowEngine engine =
        new WorkflowEngine(settings, type -> models, helpers == null ? frames : helpers);
    this.frames = frames;
    environment =
        SessionEnvironment.of(
            settings,
            engine,
            executor,
            frames,
            executor,
            (task, time) -> timer.schedule(task, time.toMillis(), TimeUnit.MILLISECONDS));
  }

  SessionEnvironment get() {
    return environment;
  }

  /** This server's STUN and TURN servers, as a client gets them. */
  public List<IceServer> iceServers() {
    return environment.iceServers();
  }

  BoundedExecutor frames() {
    return frames;
  }

  /** For tests of packages above this one. */
  public SessionEnvironment environment() {
    return environment;
  }

  public Session session() {
    return new Session(environment);
  }

  /** Ends all sessions of a registry, and waits until they are closed. */
  public static void end(SessionRegistry registry) {
    registry
        .snapshots()
        .forEach(s -> registry.end(s.id(), EndReason.ADMINISTRATOR, "the test is over"));
    registry.closeAll(20_000);
  }

  @Override
  public void close() {
    timer.shutdownNow();
    executor.shutdown();
  }
}
