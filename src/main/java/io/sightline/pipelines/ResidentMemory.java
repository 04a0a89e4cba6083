package io.sightline.pipelines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What this process has in memory, its native memory included. */
final class ResidentMemory {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d{1,15}) kB");
  private static final long KIBI = 1024;

  private ResidentMemory() {}

  /** Bytes; of the heap only where the system does not tell. */
  static long bytes() {
    try {
      Matcher resident = RESIDENT.matcher(Files.readString(STATUS));
      if (resident.find()) {
        return Long.parseLong(resident.group(1)) * KIBI;
      }
    } catch (IOException e) {
      System.getLogger(ResidentMemory.class.getName())
          .log(System.Logger.Level.DEBUG, "the system does not tell the memory of a process", e);
    }
    return Runtime.getRuntime().totalMemory();
  }
}
