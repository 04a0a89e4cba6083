package io.sightline.model;

import io.sightline.model.onnx.OnnxOutline;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * A copy of weights that lie in several files, for as long as they load. ONNX Runtime maps the
 * files beside an ONNX file into memory and works on them as they are: where somebody writes into
 * one, the model that runs would change, and where it becomes shorter, the process would end. What
 * is mapped stays when the copy is deleted.
 */
final class WeightsCopy implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(WeightsCopy.class.getName());

  /** Longer than any load takes, of another server that shares the folder. */
  private static final Duration OLD = Duration.ofHours(3);

  private final Path folder;
  private final Weights.OnDisk weights;

  private WeightsCopy(Path folder, Weights.OnDisk weights) {
    this.folder = folder;
    this.weights = weights;
  }

  /**
   * @param outline of the original
   * @param place in which a folder for the copy is made
   * @throws ModelRoomException where there is no room for it
   */
  static WeightsCopy of(Weights.OnDisk original, OnnxOutline outline, Path place)
      throws IOException {
    Path own = original.folder().toRealPath();
    long bytes = Files.size(original.file());
    for (Path file : outline.files()) {
      bytes += Files.size(file);
    }
    Path folder = folder(place).toRealPath();
    long free = Files.getFileStore(folder).getUsableSpace();
    if (bytes > free) {
      Files.delete(folder);
      throw new ModelRoomException(
          "the weights have %d bytes, and the disk has %d free to copy them: see"
                  .formatted(bytes, free)
              + " sightline.models.state.directory");
    }
    WeightsCopy copy =
        new WeightsCopy(
            folder,
            new Weights.OnDisk(folder.resolve(original.file().getFileName().toString()), folder));
    try {
      Files.copy(original.file(), copy.weights.file());
      for (Path file : outline.files()) {
        Path target = folder.resolve(own.relativize(file).toString());
        if (!Files.exists(target)) {
          Files.createDirectories(target.getParent());
          Files.copy(file, target);
        }
      }
      return copy;
    } catch (IOException | RuntimeException e) {
      copy.close();
      throw e;
    }
  }

  private static Path folder(Path place) throws IOException {
    try {
      Files.createDirectories(place);
      return Files.createTempDirectory(place, "load-");
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "weights are copied among the temporary files: {0}", e.toString());
      return Files.createTempDirectory("sightline-load-");
    }
  }

  /** Deletes what servers that were killed have left in {@code place}. */
  static void sweep(Path place) {
    FileTime old = FileTime.from(Instant.now().minus(OLD));
    try (DirectoryStream<Path> left = Files.newDirectoryStream(place, "load-*")) {
      for (Path folder : left) {
        if (Files.getLastModifiedTime(folder).compareTo(old) < 0) {
          new WeightsCopy(folder, null).close();
        }
      }
    } catch (NoSuchFileException e) {
      LOG.log(Level.DEBUG, "nothing was ever copied");
    } catch (IOException e) {
      LOG.log(Level.WARNING, "old copies of weights stay: {0}", e.toString());
    }
  }

  Weights.OnDisk weights() {
    return weights;
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      LOG.log(Level.WARNING, "a copy of a model''s weights stays: {0}", e.toString());
    }
  }
}
