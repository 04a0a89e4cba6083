package io.sightline.media.capture;

import io.sightline.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A file of video on this server's own disk. Its text form does not tell where.
 *
 * <p>Its pictures come as fast as they are taken, or at the times at which they are to be shown.
 */
public final class VideoFile implements VideoOrigin {
  private final Path file;
  private final boolean paced;
  private final long maxPixels;
  private volatile Double rate;

  /**
   * @param paced whether pictures wait for their time
   */
  public VideoFile(Settings settings, Path file, boolean paced) {
    this.file = file;
    this.paced = paced;
    this.maxPixels = settings.integer("sightline.media.frame.max.pixels", 10_000, 33_177_600);
  }

  /** Frames a second as the file says, from the first picture on; null where it does not say. */
  public Double rate() {
    return rate;
  }

  @Override
  public VideoStream stream() {
    return new FileStream(file, maxPixels, paced, found -> rate = found);
  }

  /** What a file has once refused to show it will not show later. */
  @Override
  public RetryPolicy retries() {
    return new RetryPolicy(0, failures -> Duration.ZERO);
  }

  @Override
  public String toString() {
    return "the uploaded video";
  }
}
