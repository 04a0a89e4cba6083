package io.sightline.model;

import io.sightline.model.onnx.OnnxLimits;
import io.sightline.settings.Settings;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The bounds of what the store loads and keeps.
 *
 * @param state folder for what the server itself keeps: fetched models, trials, quarantine; null
 *     for none
 * @param memoryBytes of all loaded models together
 * @param loaded models loaded at once
 * @param idle a model that was asked for within this time is in use
 * @param loadTime in which a model must load and warm up in the server
 * @param trialTime the same in its trial
 * @param loadBytes that a model may take while it loads and runs once
 * @param trial whether models of the directory are tried in a process of their own first
 * @param onnx what an ONNX file may ask for
 */
record StoreSettings(
    Path state,
    long memoryBytes,
    int loaded,
    Duration idle,
    Duration loadTime,
    Duration trialTime,
    long loadBytes,
    boolean trial,
    OnnxLimits onnx) {
  private static final String STATE = "sightline.models.state.directory";
  private static final String LOAD_TIME = "sightline.models.load.timeout";

  /** TensorRT compiles a network that it has not seen before, which takes minutes. */
  private static final String COMPILE_TIME = "sightline.models.compile.timeout";

  static StoreSettings from(Settings settings) {
    long memory =
        (long) settings.integer("sightline.models.memory.max.mebibytes", 1, 1 << 24) << 20;
    return new StoreSettings(
        state(settings),
        memory,
        settings.integer("sightline.models.loaded.max", 1, 10_000),
        settings.seconds("sightline.models.idle.time", 0, 86_400),
        loadTime(settings),
        settings.seconds(LOAD_TIME, 1, 3600),
        (long) settings.integer("sightline.models.load.memory.max.mebibytes", 1, 1 << 24) << 20,
        settings.flag("sightline.models.load.trial"),
        new OnnxLimits(
            settings.integer("sightline.models.nodes.max", 1, 10_000_000),
            settings.integer("sightline.models.tensors.max", 1, 10_000_000),
            settings.integer("sightline.models.tensor.max.bytes", 1024, Integer.MAX_VALUE - 8),
            memory));
  }

  private static Duration loadTime(Settings settings) {
    Duration usual = settings.seconds(LOAD_TIME, 1, 3600);
    Duration compiling = settings.seconds(COMPILE_TIME, 1, 86_400);
    boolean compiles = Providers.from(settings).preferred().contains(Provider.TENSORRT);
    return compiles && compiling.compareTo(usual) > 0 ? compiling : usual;
  }

  private static Path state(Settings settings) {
    String own = settings.text(STATE);
    String models = settings.text("sightline.models.directory");
    try {
      if (!own.isEmpty()) {
        return Path.of(own).toAbsolutePath();
      }
      return models.isEmpty() ? null : Path.of(models, ".sightline").toAbsolutePath();
    } catch (InvalidPathException e) {
      throw settings.refuse(STATE, "a folder that can be made and written");
    }
  }
}
