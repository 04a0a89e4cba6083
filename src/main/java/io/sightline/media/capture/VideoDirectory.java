package io.sightline.media.capture;

import io.sightline.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The one directory whose files clients may name as videos. */
final class VideoDirectory {
  private static final String SETTING = "sightline.media.sources.directory";
  private static final int NAME_MAX = 1024;

  private final Settings settings;
  private final Path root;

  /**
   * @throws io.sightline.settings.SettingsException where it is no absolute path
   */
  VideoDirectory(Settings settings) {
    this.settings = settings;
    String text = settings.text(SETTING);
    this.root = text.isEmpty() ? null : Path.of(text);
    if (root != null && !root.isAbsolute()) {
      throw settings.refuse(SETTING, "the absolute path of a directory, or empty");
    }
  }

  /**
   * A file below the directory, as fast as its pictures are taken. Links are followed first: what
   * they lead to must lie there.
   *
   * @param name relative to the directory, or absolute
   * @throws SourceNotAllowed where it lies elsewhere, or nothing lies there: who asks learns no
   *     more of this server's disk
   */
  VideoOrigin video(String name) {
    if (root == null) {
      throw new SourceNotAllowed(
          "files are not allowed as video on this server: setting %s is empty".formatted(SETTING));
    }
    try {
      Path directory = root.toRealPath();
      Path file = directory.resolve(checked(name)).toRealPath();
      if (file.startsWith(directory) && Files.isRegularFile(file)) {
        return new VideoFile(settings, file, false, "the video " + directory.relativize(file));
      }
    } catch (IOException | InvalidPathException | SecurityException e) {
      // told below, as everything else
    }
    throw new SourceNotAllowed(
        "there is no such file in the directory of setting %s".formatted(SETTING));
  }

  private static String checked(String name) {
    if (name.isBlank() || name.length() > NAME_MAX) {
      throw new CaptureException(
          "the name of a video has 1 to %d characters, not %d".formatted(NAME_MAX, name.length()));
    }
    return name;
  }
}
