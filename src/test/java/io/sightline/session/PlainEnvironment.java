package io.sightline.session;

import io.sightline.pipeline.BoundedExecutor;
import io.sightline.settings.ReferenceFile;
import io.sightline.settings.Settings;
import io.sightline.workflow.WorkflowEngine;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What sessions need, without a container. */
final class PlainEnvironment implements AutoCloseable {
  /** Shows the frame as it came in: no model, no drawing. */
  static final String ECHO =
      """
      {"version": "1.0",
       "inputs": [{"type": "InferenceImage", "name": "image"},
                  {"type": "WorkflowParameter", "name": "threshold", "default_value": 0.5}],
       "steps": [],
       "outputs": [{"type": "JsonField", "name": "picture", "selector": "$inputs.image"},
                   {"type": "JsonField", "name": "threshold", "selector": "$inputs.threshold"}]}
      """;

  private final ExecutorService executor = Executors.newCachedThreadPool();
  private final SessionEnvironment environment;

  PlainEnvironment(Map<String, String> variables) {
    Settings settings = new ReferenceFile(variables).settings();
    BoundedExecutor frames = SessionEnvironment.frames(settings, executor);
    WorkflowEngine engine =
        new WorkflowEngine(
            settings,
            type -> {
              throw new IllegalStateException("no " + type);
            },
            frames);
    environment = SessionEnvironment.of(settings, engine, executor, frames);
  }

  SessionEnvironment get() {
    return environment;
  }

  Session session() {
    return new Session(environment);
  }

  @Override
  public void close() {
    executor.shutdown();
  }
}
