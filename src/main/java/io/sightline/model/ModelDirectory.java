package io.sightline.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The administrator's folder of models: {@code <id>/weights.onnx} with its companions, at most two
 * folders deep as in {@code project/3}, or a bare {@code <id>.onnx}. What a link leads out of the
 * folder is not there.
 */
final class ModelDirectory {
  private static final int MAX_DEPTH = 3;
  private static final int MAX_MODELS = 10_000;
  private static final String WEIGHTS = "weights.onnx";
  private static final String SUFFIX = ".onnx";
  private static final List<String> COMPANIONS =
      List.of("class_names.txt", "model.json", "inference_config.json");

  private final Path root;
  private final long maxBytes;

  /**
   * @param maxBytes largest ONNX file that is read
   */
  ModelDirectory(Path root, long maxBytes) {
    this.root = root;
    this.maxBytes = maxBytes;
  }

  /**
   * A model as it lies there.
   *
   * @param stamp changes with each of the files' sizes and times
   */
  record Found(ModelPackage files, String stamp) {}

  /**
   * All models there, by their id.
   *
   * @throws IOException where the folder cannot be read
   */
  Map<String, Found> scan() throws IOException {
    Map<String, Found> all = new TreeMap<>();
    Path real = root.toRealPath();
    try (Stream<Path> paths = Files.find(real, MAX_DEPTH, ModelDirectory::weights)) {
      for (Path weights : paths.limit(MAX_MODELS).toList()) {
        boolean bare = !weights.getFileName().toString().equals(WEIGHTS);
        Path named = bare ? weights : weights.getParent();
        if (weights.toRealPath().startsWith(real) && !named.equals(real)) {
          String id = real.relativize(named).toString().replace('\\', '/');
          id = bare ? id.substring(0, id.length() - SUFFIX.length()) : id;
          all.putIfAbsent(id, found(id, weights, bare));
        }
      }
    }
    return all;
  }

  private static boolean weights(Path path, BasicFileAttributes attributes) {
    return path.getFileName().toString().endsWith(SUFFIX) && Files.isRegularFile(path);
  }

  private Found found(String id, Path weights, boolean bare) throws IOException {
    StringBuilder stamp = new StringBuilder(stamp(weights));
    if (bare) {
      ModelPackage.Files files = name -> name.equals(WEIGHTS) ? read(id, weights) : null;
      return new Found(new ModelPackage(id, files), stamp.toString());
    }
    List<String> present = new ArrayList<>(List.of(WEIGHTS));
    for (String name : COMPANIONS) {
      Path companion = weights.resolveSibling(name);
      if (Files.isRegularFile(companion, LinkOption.NOFOLLOW_LINKS)) {
        present.add(name);
        stamp.append(stamp(companion));
      }
    }
    ModelPackage.Files files =
        name -> present.contains(name) ? read(id, weights.resolveSibling(name)) : null;
    return new Found(new ModelPackage(id, files), stamp.toString());
  }

  private static String stamp(Path file) throws IOException {
    return file.getFileName() + ":" + Files.size(file) + ":" + Files.getLastModifiedTime(file);
  }

  private byte[] read(String id, Path file) throws IOException {
    long size = Files.size(file);
    if (size > maxBytes) {
      throw new ModelException(
          "%s of model '%s' has %d bytes; sightline.models.file.max.bytes allows %d"
              .formatted(file.getFileName(), id, size, maxBytes));
    }
    return Files.readAllBytes(file);
  }
}
