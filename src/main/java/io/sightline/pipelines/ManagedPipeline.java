package io.sightline.pipelines;

import io.sightline.stream.StreamReport;
import io.sightline.stream.StreamResult;

/** A pipeline as the commands see it, wherever its frames come from. */
interface ManagedPipeline {
  String id();

  /**
   * @throws io.sightline.stream.OperationNotAllowed where nothing runs
   */
  void mute();

  /**
   * @throws io.sightline.stream.OperationNotAllowed where nothing is muted
   */
  void resume();

  StreamReport report();

  /** The oldest result that waits, which the caller closes; null where none does. */
  StreamResult consume();

  /** Native memory that it holds, bytes. */
  long memory();

  /** Begins its end. */
  void terminate();
}
