package io.sightline.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Collects frames in rounds, one of each source that has one: a round begins when every expected
 * source has a frame, or when the time for its collection is over. Used by one thread at a time.
 */
final class Rounds {
  /**
   * What to do now.
   *
   * @param frames of one round, one at least; empty where there is none yet
   * @param waitNanos when to ask again although nothing has changed; 0 where nothing can be said
   */
  record Step(List<StreamFrame> frames, long waitNanos) {
    static final Step NOTHING = new Step(List.of(), 0);

    static Step waiting(long nanos) {
      return new Step(List.of(), Math.max(1, nanos));
    }
  }

  private final List<StreamSource> sources;
  private final Duration patience;
  private final FrameRateLimit limit;
  private final boolean filesOnly;
  private final LongSupplier nanos;
  private long deadline;

  /**
   * @param patience how long a round waits for slow sources; null for as long as it takes
   * @param limit of rounds; files wait for it, of cameras what comes too early is dropped
   */
  Rounds(List<StreamSource> sources, Duration patience, FrameRateLimit limit, LongSupplier nanos) {
    this.sources = List.copyOf(sources);
    this.patience = patience;
    this.limit = limit;
    this.nanos = nanos;
    filesOnly = sources.stream().allMatch(StreamSource::file);
    renew();
  }

  /** The next round, or how long to wait for it. */
  Step next() {
    while (true) {
      long waiting = sources.stream().filter(s -> s.buffer().waiting() > 0).count();
      long missing =
          sources.stream().filter(s -> s.expected() && s.buffer().waiting() == 0).count();
      if (waiting == 0 || missing > 0 && left() > 0) {
        return missing == 0 || patience == null ? Step.NOTHING : pause();
      }
      long early = limit.delay();
      if (early > 0 && filesOnly) {
        return Step.waiting(early);
      }
      List<StreamFrame> frames = collect();
      renew();
      if (frames.isEmpty()) {
        continue;
      }
      if (early == 0) {
        limit.tick();
        return new Step(frames, 0);
      }
      frames.forEach(StreamFrame::release);
    }
  }

  /** Whether no round will come any more. */
  boolean exhausted() {
    return sources.stream().allMatch(StreamSource::exhausted);
  }

  /** Without any frame the time for a collection begins anew. */
  private Step pause() {
    if (left() <= 0) {
      renew();
    }
    return Step.waiting(left());
  }

  private List<StreamFrame> collect() {
    List<StreamFrame> frames = new ArrayList<>(sources.size());
    for (StreamSource source : sources) {
      StreamFrame frame = source.buffer().take();
      if (frame != null) {
        frames.add(frame);
      }
    }
    return frames;
  }

  private void renew() {
    deadline = nanos.getAsLong() + (patience == null ? 0 : patience.toNanos());
  }

  private long left() {
    return patience == null ? Long.MAX_VALUE : deadline - nanos.getAsLong();
  }
}
