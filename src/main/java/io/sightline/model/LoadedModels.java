package io.sightline.model;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Which models are in memory, with what they take of it. Who needs room gets it from those that
 * were not asked for the longest time, never from one in use. Safe for several threads.
 */
final class LoadedModels {
  private static final System.Logger LOG = System.getLogger(LoadedModels.class.getName());
  private static final long MIB = 1 << 20;

  /** A model that takes room. */
  interface Holder {
    String id();

    /** When it was last asked for, on the clock of {@link System#nanoTime()}. */
    long lastUsed();

    /** Whether anybody has asked for it. */
    boolean wasAskedFor();

    /** Whether it may be taken out of memory, as far as it knows itself. */
    boolean mayLeave();

    /** Takes it out of memory; calls under way end first. */
    void leave();
  }

  /**
   * One as it was at a moment, because others go on asking for it.
   *
   * @param used nanoseconds from that moment, below 0 where it was before
   */
  private record Idler(Holder holder, boolean asked, long used) {}

  private final int most;
  private final long mostBytes;
  private final Duration idle;
  private final LongSupplier nanos;
  private final Map<Holder, Long> bytes = new LinkedHashMap<>();

  /**
   * @param idle who was asked for within this time is in use
   * @param nanos a clock as {@link System#nanoTime()}
   */
  LoadedModels(int most, long mostBytes, Duration idle, LongSupplier nanos) {
    this.most = most;
    this.mostBytes = mostBytes;
    this.idle = idle;
    this.nanos = nanos;
  }

  /**
   * Takes room, and takes others out of memory for it where need be.
   *
   * @param needed bytes
   * @param wanted whether somebody waits for it; else only those leave that nobody has asked for
   * @throws ModelRoomException where there is not enough that is not in use
   */
  void take(Holder holder, long needed, boolean wanted) {
    List<Holder> leaving = new ArrayList<>();
    synchronized (this) {
      long free = mostBytes - bytes();
      int places = most - bytes.size();
      for (Holder one : idlers(holder, wanted)) {
        if (places > 0 && free >= needed) {
          break;
        }
        leaving.add(one);
        free += bytes.get(one);
        places++;
      }
      if (places <= 0 || free < needed) {
        throw new ModelRoomException(noRoom(holder, needed));
      }
      leaving.forEach(bytes::remove);
      bytes.put(holder, needed);
    }
    for (Holder one : leaving) {
      LOG.log(Level.INFO, "model {0} leaves memory for {1}", one.id(), holder.id());
      one.leave();
    }
  }

  /** Those that may leave, first those that nobody has asked for. */
  private List<Holder> idlers(Holder except, boolean wanted) {
    long now = nanos.getAsLong();
    return bytes.keySet().stream()
        .filter(one -> one != except && one.mayLeave())
        .map(one -> new Idler(one, one.wasAskedFor(), one.lastUsed() - now))
        .filter(one -> !one.asked || wanted && -one.used >= idle.toNanos())
        .sorted(Comparator.comparing(Idler::asked).thenComparing(Idler::used))
        .map(Idler::holder)
        .toList();
  }

  private String noRoom(Holder holder, long needed) {
    return ("no room for model '%s', which takes %d MiB: %d of %d models and %d of %d MiB are loaded"
            + " and in use: see sightline.models.loaded.max and"
            + " sightline.models.memory.max.mebibytes")
        .formatted(
            holder.id(),
            (needed + MIB - 1) / MIB,
            bytes.size(),
            most,
            bytes() / MIB,
            mostBytes / MIB);
  }

  /** Gives room back; may be called for one that has none. */
  synchronized void give(Holder holder) {
    bytes.remove(holder);
  }

  /** Bytes that a holder took, 0 where it has no room. */
  synchronized long bytes(Holder holder) {
    return bytes.getOrDefault(holder, 0L);
  }

  /** Bytes of all. */
  synchronized long bytes() {
    return bytes.values().stream().mapToLong(Long::longValue).sum();
  }
}
