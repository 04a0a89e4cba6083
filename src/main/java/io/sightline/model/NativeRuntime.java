package io.sightline.model;

/** The native library that runs models. */
public final class NativeRuntime {
  private NativeRuntime() {}

  /** Why it does not load, one sentence; empty where it does. */
  public static String problem() {
    try {
      OnnxRuntime.environment();
      return "";
    } catch (LinkageError | RuntimeException e) {
      Throwable root = e.getCause() == null ? e : e.getCause();
      return "ONNX Runtime does not load: " + root.getMessage();
    }
  }
}
