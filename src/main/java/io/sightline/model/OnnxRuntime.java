package io.sightline.model;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import java.lang.System.Logger.Level;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * The one ONNX Runtime environment of the JVM.
 *
 * <p>The official 1.29 binaries for Linux report usage to their maker unless the environment
 * variable {@code ORT_DISABLE_TELEMETRY=1} is set before the start, and to that end match the
 * process's command line with a regular expression that recurses for each character: about 4000
 * characters, one class path, end a JVM's usual thread and with it the JVM. So the environment is
 * created on a thread with a stack that holds any command line, and reports are switched off.
 */
final class OnnxRuntime {
  private static final System.Logger LOG = System.getLogger(OnnxRuntime.class.getName());
  private static final String NO_TELEMETRY = "ORT_DISABLE_TELEMETRY";

  /** The number of {@link OrtLoggingLevel#ORT_LOGGING_LEVEL_WARNING} in native code. */
  private static final int WARNING = 2;

  private static final long STACK_BYTES = 256L << 20;

  private OnnxRuntime() {}

  private static final class Holder {
    static final OrtEnvironment ENVIRONMENT = create();
  }

  /**
   * The environment, created by the first call. Errors of linking mean that a native library does
   * not load.
   */
  static OrtEnvironment environment() {
    return Holder.ENVIRONMENT;
  }

  private static OrtEnvironment create() {
    if (!"1".equals(System.getenv(NO_TELEMETRY))) {
      LOG.log(
          Level.WARNING,
          "ONNX Runtime reports its start to its maker: set {0}=1 in the environment to prevent it",
          NO_TELEMETRY);
    }
    FutureTask<OrtEnvironment> creation = new FutureTask<>(OnnxRuntime::createHere);
    Thread thread = new Thread(null, creation, "onnx-runtime-start", STACK_BYTES);
    thread.setDaemon(true);
    // the environment's shutdown hook inherits it and would keep an application that is gone alive
    thread.setContextClassLoader(OrtEnvironment.class.getClassLoader());
    thread.start();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return creation.get();
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          throw new ExceptionInInitializerError(e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static OrtEnvironment createHere() throws OrtException {
    OrtEnvironment environment =
        OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_WARNING, "sightline");
    environment.setTelemetry(false);
    keep();
    return environment;
  }

  /**
   * Takes a second share of the environment, which nobody gives back. The library gives back the
   * first one in a shutdown hook of its own, which runs beside the one in which the server still
   * ends its calls and loads: they would go on in what is freed. The process's end frees it all.
   */
  private static void keep() {
    try {
      Field api = Class.forName("ai.onnxruntime.OnnxRuntime").getDeclaredField("ortApiHandle");
      api.setAccessible(true);
      Method create =
          OrtEnvironment.class.getDeclaredMethod(
              "createHandle", long.class, int.class, String.class);
      create.setAccessible(true);
      create.invoke(null, api.getLong(null), WARNING, "sightline");
    } catch (ReflectiveOperationException | RuntimeException e) {
      LOG.log(
          Level.WARNING,
          "ONNX Runtime is not kept until the calls under way have ended: {0}",
          e.toString());
    }
  }
}
