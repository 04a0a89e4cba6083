package io.sightline.workflow;

import io.sightline.vision.Image;
import io.sightline.vision.ImageScope;
import java.util.List;
import java.util.Map;

/** A compiled workflow with its blocks' state: one for each session, one caller at a time. */
public final class Workflow implements AutoCloseable {
  /** An output's name and whether it is an image, in the definition's order. */
  public record Output(String name, boolean image) {}

  public List<Output> outputs() {
    throw new UnsupportedOperationException();
  }

  /**
   * Checks values for the definition's parameters and fills in defaults; done once, not each frame.
   *
   * @throws WorkflowException (RuntimeInputError) naming the parameter and what it accepts
   */
  public Parameters bind(Map<String, Object> values) {
    throw new UnsupportedOperationException();
  }

  /**
   * Runs all steps on one frame. A failing step is an entry in the result's errors, never an
   * exception. Pictures in the result belong to {@code scope}.
   */
  public WorkflowResult run(Image frame, Parameters parameters, ImageScope scope) {
    throw new UnsupportedOperationException();
  }

  /** Releases the blocks' state. May be called twice, not while {@link #run} is under way. */
  @Override
  public void close() {}
}
