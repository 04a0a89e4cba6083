package io.sightline.stream;

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
  private final CollectionPolicy policy;
  private final CollectionWindow window;
  private final FrameRateLimit limit;
  private final boolean filesOnly;
  private final LongSupplier nanos;
  private long deadline;
  private boolean collecting;
  private boolean idle;

  /**
   * @param policy how long a round waits for slow sources, and how old a frame may be
   * @param limit of rounds; files wait for it, of cameras what comes too early is dropped
   */
  Rounds(
      List<StreamSource> sources,
      CollectionPolicy policy,
      FrameRateLimit limit,
      LongSupplier nanos) {
    this.sources = List.copyOf(sources);
    this.policy = policy;
    window = policy.mode().adaptive() ? new CollectionWindow() : null;
    this.limit = limit;
    this.nanos = nanos;
    filesOnly = sources.stream().allMatch(StreamSource::file);
    renew();
  }

  /** The next round, or how long to wait for it. */
  Step next() {
    while (true) {
      begin();
      long waiting = sources.stream().filter(s -> s.buffer().waiting() > 0).count();
      long missing =
          sources.stream().filter(s -> s.expected() && s.buffer().waiting() == 0).count();
      idle = waiting == 0;
      if (idle && window != null) {
        return Step.NOTHING;
      }
      if (idle || missing > 0 && left() > 0) {
        return missing == 0 || !timed() ? Step.NOTHING : pause();
      }
      long early = limit.delay();
      if (early > 0 && filesOnly) {
        return Step.waiting(early);
      }
      List<StreamFrame> frames = collect();
      end(!frames.isEmpty());
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

  /** The adaptive time is counted from the begin of a collection; without any frame it is anew. */
  private void begin() {
    if (window != null && collecting && idle && left() <= 0) {
      end(false);
    }
    if (window != null && !collecting) {
      collecting = true;
      deadline = nanos.getAsLong() + window.begin(nanos.getAsLong());
    }
  }

  private void end(boolean any) {
    if (window == null) {
      renew();
    } else {
      collecting = false;
      window.end(nanos.getAsLong(), any);
    }
  }

  private List<StreamFrame> collect() {
    List<StreamFrame> frames = new ArrayList<>(sources.size());
    for (StreamSource source : sources) {
      StreamFrame frame = source.buffer().take(one -> fits(source, one));
      if (frame != null) {
        frames.add(frame);
      }
    }
    return frames;
  }

  /** Of a file every frame does, however long it had to wait. */
  private boolean fits(StreamSource source, StreamFrame one) {
    if (window == null || source.file()) {
      return true;
    }
    long arrival = one.frame().arrivalNanos();
    window.observe(source.id(), arrival);
    return policy.staleness() == null
        || nanos.getAsLong() - arrival <= policy.staleness().toNanos();
  }

  private void renew() {
    deadline = nanos.getAsLong() + (policy.patience() == null ? 0 : policy.patience().toNanos());
  }

  /** Whether a round waits for slow sources only so long. */
  private boolean timed() {
    return window != null || policy.patience() != null;
  }

  private long left() {
    return timed() ? deadline - nanos.getAsLong() : Long.MAX_VALUE;
  }
}
