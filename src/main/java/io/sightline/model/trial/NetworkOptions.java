package io.sightline.model.trial;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

/** How networks are opened, in the server as in a trial. */
public final class NetworkOptions {
  private NetworkOptions() {}

  /**
   * Options of an OrtSession for calls one by one on their callers' threads; the caller closes
   * them.
   *
   * @param threads inside one call
   */
  public static OrtSession.SessionOptions of(int threads) throws OrtException {
    OrtSession.SessionOptions options = new OrtSession.SessionOptions();
    options.setIntraOpNumThreads(threads);
    options.setInterOpNumThreads(1);
    options.setExecutionMode(OrtSession.SessionOptions.ExecutionMode.SEQUENTIAL);
    options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
    options.addConfigEntry("session.intra_op.allow_spinning", "0");
    options.addConfigEntry("session.inter_op.allow_spinning", "0");
    return options;
  }
}
