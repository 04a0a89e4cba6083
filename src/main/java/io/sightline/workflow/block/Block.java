package io.sightline.workflow.block;

/** One step at work, with the state it keeps from frame to frame. */
public interface Block extends AutoCloseable {
  /**
   * Computes one element. Called by one thread at a time, not always the same; may block for as
   * long as it computes. Whatever it throws fails this step of this frame and nothing else.
   */
  BlockResult run(StepInput input);

  /** Releases what the block holds. Called once, after the last run. */
  @Override
  default void close() {}
}
