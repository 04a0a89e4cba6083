package io.sightline.media.capture;

import io.sightline.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * A file of video on this server's own disk. Its text form does not tell where.
 *
 * <p>Its pictures come as fast as they are taken, or at the times at which they are to be shown.
 */
public final class VideoFile implements VideoOrigin {
  private final Path file;
  private final boolean paced;
  private final long maxPixels;
  private final String name;
  private volatile VideoTrackFormat format;

  /**
   * @param paced whether pictures wait for their time
   */
  public VideoFile(Settings settings, Path file, boolean paced) {
    this(settings, file, paced, "the uploaded video");
  }

  /**
   * @param paced whether pictures wait for their time
   * @param name what it is called in messages
   */
  public VideoFile(Settings settings, Path file, boolean paced, String name) {
    this.name = name;
    this.file = file;
    this.paced = paced;
    this.maxPixels = settings.integer("sightline.media.frame.max.pixels", 10_000, 33_177_600);
  }

  /** Frames a second as the file says, from the first picture on; null where it does not say. */
  public Double rate() {
    VideoTrackFormat found = format;
    return found == null ? null : found.rate();
  }

  /** How many pictures it has, from the first one on; 0 where it does not say. */
  public long frames() {
    VideoTrackFormat found = format;
    return found == null ? 0 : found.frames();
  }

  /** When its first picture was taken: so long before it was written; null where unknown. */
  public Instant began() {
    try {
      Double rate = rate();
      Instant written = Files.getLastModifiedTime(file).toInstant();
      return rate == null ? null : written.minusNanos(Math.round(frames() / rate * 1e9));
    } catch (IOException e) {
      return null;
    }
  }

  @Override
  public VideoStream stream() {
    return new FileStream(file, maxPixels, paced, found -> format = found);
  }

  /** What a file has once refused to show it will not show later. */
  @Override
  public RetryPolicy retries() {
    return new RetryPolicy(0, failures -> Duration.ZERO);
  }

  @Override
  public String toString() {
    return name;
  }
}
