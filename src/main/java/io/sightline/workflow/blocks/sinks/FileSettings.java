package io.sightline.workflow.blocks.sinks;

import io.sightline.settings.Settings;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Where files may be written, and how much.
 *
 * @param directory absolute; null where none may be written
 * @param maxBytes of all files below it
 * @param maxFiles below it
 */
record FileSettings(Path directory, long maxBytes, int maxFiles) {
  static FileSettings of(Settings settings) {
    return new FileSettings(
        directory(settings),
        (long) settings.integer("sightline.sinks.file.max.megabytes", 1, 1 << 30) << 20,
        settings.integer("sightline.sinks.file.max.files", 1, 100_000_000));
  }

  private static Path directory(Settings settings) {
    String name = "sightline.sinks.file.directory";
    if (settings.text(name).isEmpty()) {
      return null;
    }
    try {
      Path directory = Path.of(settings.text(name));
      if (directory.isAbsolute()) {
        return directory.normalize();
      }
    } catch (InvalidPathException e) {
      // refused below, with the text that was given
    }
    throw settings.refuse(name, "the absolute path of a directory, or empty");
  }
}
