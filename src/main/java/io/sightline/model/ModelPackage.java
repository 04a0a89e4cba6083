package io.sightline.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The files of one model: {@code weights.onnx}, and where they exist {@code class_names.txt} (a
 * name a line, in the order of the class ids) and {@code model.json}, or Roboflow's {@code
 * inference_config.json} (see {@link ModelConfig}).
 */
record ModelPackage(String id, Files files) {
  /** Reads a file of the package whole. */
  @FunctionalInterface
  interface Files {
    /** The bytes of the file, null where there is none of that name. */
    byte[] read(String name) throws IOException;
  }

  private static final String OURS = "model.json";
  private static final String ROBOFLOWS = "inference_config.json";

  byte[] weights() {
    byte[] weights = read("weights.onnx");
    if (weights == null) {
      throw new ModelException("model '%s' has no weights.onnx".formatted(id));
    }
    return weights;
  }

  /** The class names, empty where the package does not list them. */
  List<String> classNames() {
    byte[] names = read("class_names.txt");
    return names == null
        ? List.of()
        : new String(names, StandardCharsets.UTF_8)
            .lines()
            .map(String::trim)
            .filter(line -> !line.isEmpty())
            .toList();
  }

  ModelConfig config() {
    byte[] own = read(OURS);
    String name = own == null ? ROBOFLOWS : OURS;
    byte[] json = own == null ? read(ROBOFLOWS) : own;
    try {
      if (json == null) {
        return ModelConfig.EMPTY;
      }
      ModelConfig config = JsonMapper.builder().build().readValue(json, ModelConfig.class);
      return own == null ? config.asRoboflows() : config;
    } catch (JsonProcessingException e) {
      throw new ModelException(
          "%s of model '%s' cannot be read: %s".formatted(name, id, e.getOriginalMessage()), e);
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  private byte[] read(String name) {
    try {
      return files.read(name);
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  private ModelException unreadable(String name, IOException e) {
    return new ModelException(
        "%s of model '%s' cannot be read: %s".formatted(name, id, e.getMessage()), e);
  }
}
