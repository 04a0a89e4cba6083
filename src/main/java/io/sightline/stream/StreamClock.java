package io.sightline.stream;

import io.sightline.media.capture.VideoFile;
import io.sightline.media.capture.VideoOrigin;
import java.time.Instant;

/**
 * When the frames of one source were taken, and how many come in a second. A file says both; of a
 * camera the moments are those of arrival, and the rate is measured once over its first second, ten
 * frames at least, by its own clock, because frames arrive in bursts. Used by one thread, read by
 * others.
 */
final class StreamClock {
  private static final int PROBE_FRAMES = 10;
  private static final long TICKS = 90_000;

  private final VideoFile file;
  private final Instant began;
  private volatile Double rate;
  private long firstTicks;
  private int probed;

  /** Made with the first frame, when a file has said what it has to say. */
  StreamClock(VideoOrigin origin) {
    file = origin instanceof VideoFile one ? one : null;
    began = file == null ? null : file.began();
    rate = file == null ? null : file.rate();
  }

  /** Frames a second; null where not known yet. */
  Double rate() {
    return rate;
  }

  /** When a file's first frame was taken; null where unknown. */
  Instant began() {
    return began;
  }

  /**
   * @param id of the frame, from 1
   * @param ticks of the frame on the source's clock, 1/90000 s
   * @param arrived when it came
   */
  Instant timestamp(long id, long ticks, Instant arrived) {
    if (rate == null && file == null) {
      probe(ticks);
    }
    return began == null ? arrived : began.plusNanos(Math.round((id - 1) / rate * 1e9));
  }

  /** A camera that is opened again begins a new clock. */
  private void probe(long ticks) {
    if (probed == 0 || ticks < firstTicks) {
      firstTicks = ticks;
      probed = 0;
    }
    long passed = ticks - firstTicks;
    if (++probed >= PROBE_FRAMES && passed >= TICKS) {
      rate = (probed - 1) * (double) TICKS / passed;
    }
  }
}
