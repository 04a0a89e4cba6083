package io.sightline.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * The files of one model: {@code weights.onnx}, and where they exist {@code class_names.txt} (a
 * name a line, in the order of the class ids) and {@code model.json}, or Roboflow's {@code
 * inference_config.json} (see {@link ModelConfig}) and {@code keypoints_metadata.json} (see {@link
 * PointsOfClass}).
 */
record ModelPackage(String id, Files files) {
  /** Reads a file of the package whole. */
  @FunctionalInterface
  interface Files {
    /** The bytes of the file, null where there is none of that name. */
    byte[] read(String name) throws IOException;

    /**
     * Where the file lies, checked and bounded as for {@link #read}; null where there is none, or
     * where it is no file of a disk.
     */
    default Path path(String name) throws IOException {
      return null;
    }

    /** The folder that holds nothing but this model; null where there is none. */
    default Path folder() {
      return null;
    }

    /** How far its weights are fetched, in words; null where they are here. */
    default String fetching() {
      return null;
    }

    /** Whether fetching has failed; {@link #fetching} says why. */
    default boolean isFetchFailed() {
      return false;
    }

    /** SHA-256 that the weights must have, lower case; null where any will do. */
    default String sha256() {
      return null;
    }

    /** Where it comes from: "bundled", "directory" or "catalogue". */
    default String origin() {
      return BUNDLED;
    }
  }

  private static final String BUNDLED = "bundled";

  static final String WEIGHTS = "weights.onnx";
  static final String NAMES = "class_names.txt";
  static final String OURS = "model.json";
  static final String ROBOFLOWS = "inference_config.json";
  static final String POINTS = "keypoints_metadata.json";

  String origin() {
    return files.origin();
  }

  /** Whether it came with the server. */
  boolean isBundled() {
    return origin().equals(BUNDLED);
  }

  /** The ONNX file, where it lies or as bytes. */
  Weights source() {
    try {
      Path file = files.path(WEIGHTS);
      return file == null
          ? new Weights.InMemory(weights())
          : new Weights.OnDisk(file, files.folder());
    } catch (IOException e) {
      throw unreadable(WEIGHTS, e);
    }
  }

  byte[] weights() {
    byte[] weights = read(WEIGHTS);
    if (weights == null) {
      config(); // where that is wrong it may be the reason
      throw new ModelException(
          "model '%s' has no weights.onnx, and no file that says where to fetch it".formatted(id));
    }
    return weights;
  }

  /** The class names, empty where the package does not list them. */
  List<String> classNames() {
    byte[] names = read(NAMES);
    return names == null
        ? config().classNames()
        : new String(names, StandardCharsets.UTF_8)
            .lines()
            .map(String::trim)
            .filter(line -> !line.isEmpty())
            .toList();
  }

  /**
   * What the key points of each class are called, by its number; empty where no file says it.
   *
   * @throws ModelException naming the file, the field and what would be right
   */
  List<List<String>> keypointNames() {
    byte[] points = read(POINTS);
    return points == null
        ? List.of()
        : PointsOfClass.byClass(ConfigReader.points(id, POINTS, points));
  }

  /**
   * What the JSON file of the package says.
   *
   * @throws ModelException naming the file, the field and what would be right
   */
  ModelConfig config() {
    byte[] own = read(OURS);
    if (own != null) {
      return ConfigReader.read(id, OURS, own);
    }
    byte[] roboflows = read(ROBOFLOWS);
    return roboflows == null
        ? ModelConfig.EMPTY
        : ConfigReader.read(id, ROBOFLOWS, roboflows).asRoboflows();
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
