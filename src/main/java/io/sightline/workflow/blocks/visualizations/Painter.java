package io.sightline.workflow.blocks.visualizations;

import io.sightline.vision.Canvas;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.StepInput;

/** What a step draws, with the state that it keeps from frame to frame. */
interface Painter extends AutoCloseable {
  /**
   * Draws on a picture.
   *
   * @param input the values of the step's fields
   * @param canvas is on the picture that may be drawn on
   * @throws BlockException where a field has a value that cannot be drawn
   */
  void paint(StepInput input, Canvas canvas);

  /** Releases native memory. Called once, after the last picture. */
  @Override
  default void close() {}
}
