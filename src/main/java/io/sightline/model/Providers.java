package io.sightline.model;

import io.sightline.model.onnx.OnnxException;
import io.sightline.model.onnx.OnnxLimits;
import io.sightline.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Which providers a network may run on.
 *
 * @param preferred the best first, at least one, each once
 * @param device number of the graphics card
 * @param engineCache folder where TensorRT keeps what it has compiled; null for none
 */
record Providers(List<Provider> preferred, int device, Path engineCache) {
  static final Providers CPU = new Providers(List.of(Provider.CPU), 0, null);

  private static final String ORDER = "sightline.model.providers";
  private static final String CACHE = "sightline.model.tensorrt.cache";

  static Providers from(Settings settings) {
    List<Provider> preferred = new ArrayList<>();
    for (String name : settings.list(ORDER)) {
      Provider provider = named(name);
      if (provider == null || preferred.contains(provider)) {
        throw refuse(settings);
      }
      preferred.add(provider);
    }
    if (preferred.isEmpty()) {
      throw refuse(settings);
    }
    int device = settings.integer("sightline.model.device", 0, 63);
    return new Providers(List.copyOf(preferred), device, engineCache(settings));
  }

  /**
   * The same with a folder of its own for the engines of these weights: ONNX Runtime tells engines
   * apart by the file's name and the network's structure, so that a model trained anew would get
   * those of the old one.
   *
   * @throws ModelException where the folder cannot be made, or the weights cannot be read
   */
  Providers keepingEnginesOf(Weights weights) {
    if (engineCache == null) {
      return this;
    }
    try {
      String hash = weights.sha256(weights.check(OnnxLimits.CHECKED));
      Path own = Files.createDirectories(engineCache.resolve(hash));
      return new Providers(preferred, device, own);
    } catch (IOException e) {
      throw new ModelException("there is no folder for TensorRT's engines: " + e.getMessage(), e);
    } catch (OnnxException e) {
      throw new ModelException("weights.onnx is refused: " + e.getMessage(), e);
    }
  }

  private static RuntimeException refuse(Settings settings) {
    return settings.refuse(ORDER, "one or more of tensorrt, cuda and cpu, each once");
  }

  private static Provider named(String name) {
    for (Provider provider : Provider.values()) {
      if (provider.name().equals(name.strip().toUpperCase(Locale.ROOT))) {
        return provider;
      }
    }
    return null;
  }

  private static Path engineCache(Settings settings) {
    String text = settings.text(CACHE);
    if (text.isEmpty()) {
      return null;
    }
    try {
      Path folder = Path.of(text);
      if (Files.isDirectory(folder) && Files.isWritable(folder)) {
        return folder.toAbsolutePath();
      }
    } catch (InvalidPathException e) {
      // refused below, with the text that was given
    }
    throw settings.refuse(CACHE, "a folder that exists and can be written");
  }
}
