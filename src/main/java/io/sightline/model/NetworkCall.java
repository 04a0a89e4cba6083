package io.sightline.model;

import ai.onnxruntime.OrtException;
import java.nio.ByteBuffer;
import java.util.List;

/** Memory for one picture on its way through a network. Used by one thread at a time. */
interface NetworkCall extends AutoCloseable {
  /** What the network reads: direct, in native order, one picture as {@link InputSpec} says. */
  ByteBuffer input();

  /**
   * Runs the network on what the input holds; may wait for others that run with it. Once for each
   * time that the slot is taken.
   *
   * @return nanoseconds inside {@code OrtSession.run}
   * @throws ModelException where the thread is interrupted while it waits
   */
  long run() throws OrtException;

  /** What the last run gave for this picture, as of a batch of one; valid until the next one. */
  List<OutputTensor> outputs();

  @Override
  void close();
}
