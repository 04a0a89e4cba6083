package io.sightline.stream;

import io.sightline.settings.Settings;
import java.time.Duration;

/**
 * The bounds of pipelines.
 *
 * @param sources of one pipeline
 * @param bufferFrames that wait at one source
 * @param bufferPixels of the frames that wait at one source
 * @param results that wait to be consumed
 * @param resultBytes of those
 * @param reconnects attempts to open a camera again that may fail one after the other
 * @param rateDrops whether frames beyond a rate that is asked for are left out at each source, of
 *     files as well
 * @param linger how long a pipeline stays whose sources have ended
 * @param life longest life of a pipeline
 * @param frame how long one round may be in the workflow
 * @param close how long an end may take
 */
public record StreamLimits(
    int sources,
    int bufferFrames,
    long bufferPixels,
    int results,
    long resultBytes,
    int reconnects,
    boolean rateDrops,
    Duration linger,
    Duration life,
    Duration frame,
    Duration close) {
  private static final long MEGA = 1_000_000L;

  /**
   * @throws io.sightline.settings.SettingsException where a value is out of bounds
   */
  public static StreamLimits of(Settings s) {
    return new StreamLimits(
        s.integer("sightline.pipelines.sources.limit", 1, 256),
        s.integer("sightline.pipelines.buffer.max.frames", 1, 1024),
        s.integer("sightline.pipelines.buffer.max.megapixels", 1, 10_000) * MEGA,
        s.integer("sightline.pipelines.results.max", 0, 100_000),
        s.integer("sightline.pipelines.results.max.bytes", 1 << 20, Integer.MAX_VALUE),
        s.integer("sightline.pipelines.reconnects", 0, 1_000_000),
        s.flag("sightline.pipelines.rate.drop"),
        s.seconds("sightline.pipelines.linger", 0, 3600),
        s.seconds("sightline.pipelines.time.limit", 1, 31_536_000),
        s.seconds("sightline.pipeline.frame.timeout", 1, 3600),
        s.seconds("sightline.session.close.timeout", 1, 600));
  }
}
