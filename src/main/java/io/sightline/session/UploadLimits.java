package io.sightline.session;

import io.sightline.datachannel.AbandonedUploads;
import io.sightline.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What clients may upload.
 *
 * @param bytes of one file, 0 for no files at all
 * @param folder where they are kept as long as their session
 * @param waiting what of all uploads may wait in memory for the disk
 */
record UploadLimits(int bytes, Path folder, ByteBudget waiting) {
  /** Bytes of a chunk with its header; the published clients send 49160. */
  static final int MESSAGE_MAX = 262_144;

  static UploadLimits of(Settings s) {
    String name = "sightline.upload.folder";
    String text = s.text(name);
    Path folder = Path.of(text.isEmpty() ? System.getProperty("java.io.tmpdir") : text);
    if (!text.isEmpty() && !(Files.isDirectory(folder) && Files.isWritable(folder))) {
      throw s.refuse(name, "a folder that this server may write to, or nothing");
    }
    return new UploadLimits(
        s.integer("sightline.upload.max.bytes", 0, Integer.MAX_VALUE),
        folder,
        new ByteBudget(
            s.integer("sightline.upload.waiting.max.bytes", 1_048_576, Integer.MAX_VALUE)));
  }

  /** Deletes the files that a server that was killed has left there. */
  void sweep() {
    AbandonedUploads.sweep(folder);
  }
}
