package io.sightline.pipelines;

import io.sightline.settings.Settings;
import java.util.Collection;
import java.util.function.LongSupplier;

/**
 * The memory that pipelines may bring the server to: one more is opened where what the process has,
 * and once more what the largest open pipeline holds, stay below it.
 */
final class MemoryBound {
  private static final String NAME = "sightline.pipelines.memory.max.mebibytes";
  private static final int MAX = 16_777_216;
  private static final double MEBI = 1024 * 1024;

  private final double mebibytes;
  private final LongSupplier resident;

  /**
   * @throws io.sightline.settings.SettingsException where it is out of bounds
   */
  MemoryBound(Settings settings) {
    this(settings, ResidentMemory::bytes);
  }

  /**
   * @param resident bytes of the process now
   */
  MemoryBound(Settings settings, LongSupplier resident) {
    mebibytes = settings.decimal(NAME, 0, MAX);
    this.resident = resident;
  }

  /**
   * @param open pipelines that are open
   * @throws CommandFailure where there is no room for one more
   */
  void check(Collection<ManagedPipeline> open) {
    if (mebibytes == 0) {
      return;
    }
    double now = resident.getAsLong() / MEBI;
    double more = open.stream().mapToLong(ManagedPipeline::memory).max().orElse(0) / MEBI;
    if (now + more > mebibytes) {
      String sentence =
          "no memory for a further pipeline: %.0f MiB in use and %.0f MiB for one more, of %.0f MiB (%s)"
              .formatted(now, more, mebibytes, NAME);
      throw new CommandFailure(
          CommandFailure.Type.OPERATION_ERROR, "MemoryLimitReached", sentence, sentence);
    }
  }
}
