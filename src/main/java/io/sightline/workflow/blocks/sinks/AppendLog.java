package io.sightline.workflow.blocks.sinks;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Supplier;

/** A step's file that grows, and the next one when it has enough entries. On one thread. */
final class AppendLog {
  private final FileOutbox outbox;
  private OutputStream file;
  private int entries;

  AppendLog(FileOutbox outbox) {
    this.outbox = outbox;
  }

  /**
   * Appends an entry.
   *
   * @param header true where an entry's first line is one, which a file has once
   * @param next names the next file where one is needed
   * @throws IOException where the file cannot be made or written; the next entry starts another
   */
  void append(String content, boolean header, int maxEntries, Supplier<Path> next)
      throws IOException {
    String entry = content;
    if (file == null || entries >= maxEntries) {
      close();
      file = outbox.create(next.get());
    } else if (header) {
      entry = entry.substring(entry.indexOf('\n') + 1);
    }
    try {
      outbox.write(file, lined(entry).getBytes(StandardCharsets.UTF_8));
      entries++;
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  static String lined(String content) {
    return content.endsWith("\n") ? content : content + "\n";
  }

  void close() throws IOException {
    entries = 0;
    if (file != null) {
      OutputStream old = file;
      file = null;
      old.close();
    }
  }
}
