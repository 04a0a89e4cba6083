package io.sightline.workflow.blocks.sinks;

import io.sightline.workflow.block.BlockException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/**
 * Where a step's files go.
 *
 * @param directory below the one that the settings allow
 * @param prefix that their names begin with
 */
record FilePlace(Path directory, String prefix) {
  private static final int MAX_PATH = 1024;
  private static final int MAX_PREFIX = 100;
  private static final int MAX_DEPTH = 16;
  private static final String NOT_IN_NAMES = "/\\:*?\"<>|";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu_MM_dd_HH_mm_ss_SSSSSS");

  /**
   * @param allowed the directory that the settings allow
   * @param target relative to it, or absolute and below it
   * @throws BlockException where it is elsewhere, or the prefix is none
   */
  static FilePlace of(Path allowed, String target, String prefix) {
    boolean plain =
        prefix.chars().allMatch(c -> c >= ' ' && c != 127 && NOT_IN_NAMES.indexOf(c) < 0);
    if (!plain || prefix.length() > MAX_PREFIX || prefix.startsWith(".")) {
      throw new BlockException(
          "field 'file_name_prefix' begins a file's name: at most %d characters, none of them %s, no dot"
                  .formatted(MAX_PREFIX, NOT_IN_NAMES)
              + " at the start");
    }
    Path directory = null;
    if (target.length() <= MAX_PATH) {
      try {
        directory = allowed.resolve(target).normalize();
      } catch (InvalidPathException e) {
        // refused below like any other place that is not allowed
      }
    }
    if (directory == null
        || !directory.startsWith(allowed)
        || directory.getNameCount() - allowed.getNameCount() > MAX_DEPTH) {
      throw new BlockException(
          "Requested file sink to save data in `%s` which is not sub-directory of the location"
                  .formatted(target)
              + " pointed to dump data from `roboflow_core/local_file_sink@v1` block: the setting"
              + " sightline.sinks.file.directory of this server");
    }
    return new FilePlace(directory, prefix);
  }

  /** A file of that time, to the microsecond. */
  Path file(LocalDateTime time, String extension) {
    return directory.resolve("%s_%s.%s".formatted(prefix, TIME.format(time), extension));
  }
}
