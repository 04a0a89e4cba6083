package io.sightline.model;

import io.sightline.settings.Settings;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * The settings of this package.
 *
 * @param defaultModel id of the model to warm at the start
 * @param callers calls of a model that run at once
 * @param intraOpThreads threads inside one call
 * @param warmUpRuns runs before a model is ready
 * @param directory the administrator's models; null for none
 * @param maxFileBytes largest ONNX file that is read from there
 * @param providers what networks may run on
 * @param batching how pictures go through a network together
 * @param suppression how boxes that overlap are told
 */
record ModelSettings(
    String defaultModel,
    int callers,
    int intraOpThreads,
    int warmUpRuns,
    Path directory,
    int maxFileBytes,
    Providers providers,
    Batching batching,
    Suppression suppression) {
  private static final String NMS = "sightline.model.nms";
  private static final String DIRECTORY = "sightline.models.directory";

  /** Settings for networks on the CPU, one picture at a time. */
  ModelSettings(
      String defaultModel,
      int callers,
      int intraOpThreads,
      int warmUpRuns,
      Path directory,
      int maxFileBytes) {
    this(
        defaultModel,
        callers,
        intraOpThreads,
        warmUpRuns,
        directory,
        maxFileBytes,
        Providers.CPU,
        Batching.NONE);
  }

  /** With the usual suppression. */
  ModelSettings(
      String defaultModel,
      int callers,
      int intraOpThreads,
      int warmUpRuns,
      Path directory,
      int maxFileBytes,
      Providers providers,
      Batching batching) {
    this(
        defaultModel,
        callers,
        intraOpThreads,
        warmUpRuns,
        directory,
        maxFileBytes,
        providers,
        batching,
        Suppression.IOU);
  }

  static ModelSettings from(Settings settings) {
    int callers = settings.integer("sightline.model.callers", 0, 256);
    return new ModelSettings(
        settings.text("sightline.model.default"),
        callers == 0 ? Runtime.getRuntime().availableProcessors() : callers,
        settings.integer("sightline.model.intra.op.threads", 1, 64),
        settings.integer("sightline.model.warm.up.runs", 0, 100),
        directory(settings),
        settings.integer("sightline.models.file.max.bytes", 1024, Integer.MAX_VALUE - 8),
        Providers.from(settings),
        Batching.from(settings),
        suppression(settings));
  }

  private static Suppression suppression(Settings settings) {
    for (Suppression known : Suppression.values()) {
      if (known.name().equalsIgnoreCase(settings.text(NMS))) {
        return known;
      }
    }
    throw settings.refuse(NMS, "iou or legacy");
  }

  private static Path directory(Settings settings) {
    String text = settings.text(DIRECTORY);
    if (text.isEmpty()) {
      return null;
    }
    try {
      Path directory = Path.of(text);
      if (Files.isDirectory(directory)) {
        return directory;
      }
    } catch (InvalidPathException e) {
      // refused below, with the text that was given
    }
    throw settings.refuse(DIRECTORY, "a folder that exists and can be read");
  }
}
