package io.sightline.model;

import ai.onnxruntime.OrtException;
import java.nio.ByteBuffer;
import java.util.List;

/** A picture that runs together with others. */
final class BatchRow implements NetworkCall {
  private final BatchCallers callers;
  private final BatchInWork batch;
  private final int row;
  private final ByteBuffer input;
  private boolean waitedFor;

  BatchRow(BatchCallers callers, BatchInWork batch, int row) {
    this.callers = callers;
    this.batch = batch;
    this.row = row;
    this.input = batch.memory().input(row);
  }

  @Override
  public ByteBuffer input() {
    return input;
  }

  @Override
  public long run() throws OrtException {
    if (!waitedFor) {
      throw new IllegalStateException("a row runs once for each caller that takes it");
    }
    waitedFor = false;
    return callers.run(batch, row);
  }

  @Override
  public List<OutputTensor> outputs() {
    return batch.memory().outputs(row);
  }

  BatchInWork batch() {
    return batch;
  }

  int row() {
    return row;
  }

  /** A caller has taken the row: its batch waits for it. */
  void taken() {
    waitedFor = true;
  }

  /** Whether the batch still waits for this row. */
  boolean isWaitedFor() {
    return waitedFor;
  }

  @Override
  public void close() {
    // the memory is the batch's
  }
}
