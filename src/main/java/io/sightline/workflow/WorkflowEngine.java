package io.sightline.workflow;

import io.sightline.settings.Settings;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** Compiles workflow definitions. One for the whole server; safe for use by several threads. */
public final class WorkflowEngine {
  /**
   * @param settings bounds of definitions
   * @param resources answers the one object of a type that blocks ask for, such as the model store
   * @param executor runs independent steps side by side
   */
  public WorkflowEngine(
      Settings settings, Function<Class<?>, Object> resources, Executor executor) {}

  /** The default workflow's definition, a Roboflow document. */
  public String defaultDefinition() {
    throw new UnsupportedOperationException();
  }

  /**
   * Parses, checks and compiles a definition. The workflow's blocks live until it is closed.
   *
   * @param definition JSON text
   * @param imageInput name of the image input that frames feed, Roboflow's default is "image"
   * @throws WorkflowException where the definition is wrong, with the step and the property
   */
  public Workflow compile(String definition, String imageInput) {
    throw new UnsupportedOperationException();
  }
}
