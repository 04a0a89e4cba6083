package io.sightline.model.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The files beside a model that hold some of its constants. */
final class ExternalFiles {
  private final Path folder;
  private final Set<Path> found = new LinkedHashSet<>();

  /**
   * @param folder the model's own; null where it has none
   */
  ExternalFiles(Path folder) {
    this.folder = folder;
  }

  Set<Path> found() {
    return Set.copyOf(found);
  }

  /**
   * Checks where a constant lies.
   *
   * @param entries "location", "offset" and "length" as the file has them
   * @param bytes that the constant needs
   */
  void check(Map<String, String> entries, long bytes) throws IOException {
    String location = entries.getOrDefault("location", "");
    if (folder == null) {
      throw new OnnxException(
          "it keeps weights in '%s': that needs a folder of its own, <id>/weights.onnx"
              .formatted(location));
    }
    Path file = resolve(location);
    long offset = number(entries, "offset", 0);
    long length = number(entries, "length", bytes);
    long size = Files.size(file);
    if (offset > size || length > size - offset || bytes > length) {
      throw new OnnxException(
          "a constant of %d bytes at byte %d is not in '%s', which has %d"
              .formatted(bytes, offset, location, size));
    }
    found.add(file);
  }

  private Path resolve(String location) throws IOException {
    try {
      Path relative = Path.of(location);
      Path own = folder.toRealPath();
      if (!location.isEmpty() && !relative.isAbsolute() && location.indexOf('\\') < 0) {
        Path named = own.resolve(relative).normalize();
        if (named.startsWith(own) && Files.isRegularFile(named)) {
          if (named.toRealPath().startsWith(own)) {
            return named;
          }
        }
      }
    } catch (InvalidPathException e) {
      // refused below
    }
    throw new OnnxException(
        "it keeps weights in '%s', which is no file of the model's own folder".formatted(location));
  }

  private static long number(Map<String, String> entries, String key, long usual) {
    String text = entries.get(key);
    try {
      long number = text == null || text.isEmpty() ? usual : Long.parseLong(text);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // refused below
    }
    throw new OnnxException("the %s of a constant is '%s', no number".formatted(key, text));
  }
}
