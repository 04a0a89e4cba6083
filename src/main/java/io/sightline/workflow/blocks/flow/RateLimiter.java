package io.sightline.workflow.blocks.flow;

import io.sightline.vision.Image;
import io.sightline.vision.VideoMetadata;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Goes on once in so many seconds, of the clock or of the video. */
final class RateLimiter implements Block {
  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final Manifest MANIFEST =
        Manifest.of("roboflow_core/rate_limiter@v1")
            .described(
                "Rate Limiter",
                "flow_control",
                "Goes on with the next steps at most once in so many seconds.")
            .field(
                Field.optional(
                    "cooldown_seconds",
                    1.0,
                    "Seconds that must lie between two runs of the next steps.",
                    Forms.number(0, Double.POSITIVE_INFINITY)))
            .field(
                Field.required(
                    "depends_on", "The value whose coming is counted.", Forms.reference()))
            .field(NextSteps.field())
            .field(
                Field.optional(
                    "video_reference_image",
                    null,
                    "A picture of the video whose time counts instead of the clock's.",
                    Forms.input(Kind.IMAGE),
                    Forms.nothing()))
            .build();

    public V1() {
      super(
          MANIFEST,
          context -> new RateLimiter(NextSteps.of(context, "next_steps"), Clock.systemUTC()));
    }
  }

  private static final double MICROS_IN_A_SECOND = 1e6;

  /** The last second of the year 9999: times of a video behind it are the clock's. */
  private static final double LAST_SECOND = 253_402_300_799.0;

  private final BlockResult.NextSteps next;
  private final Clock clock;
  private boolean ran;
  private long lastRun;

  RateLimiter(BlockResult.NextSteps next, Clock clock) {
    this.next = next;
    this.clock = clock;
  }

  @Override
  public BlockResult run(StepInput input) {
    long now = micros(input.value("video_reference_image"));
    double cooldown = input.number("cooldown_seconds");
    if (ran && (now - lastRun) / MICROS_IN_A_SECOND < cooldown) {
      return NextSteps.NONE;
    }
    ran = true;
    lastRun = now;
    return next;
  }

  /** Microseconds, of the video where its time is known. */
  private long micros(Object reference) {
    if (reference instanceof Image image) {
      VideoMetadata video = image.video();
      if (video.fps() != null && video.fps() != 0) {
        double seconds = 1 / video.fps() * video.frameNumber();
        if (Math.abs(seconds) <= LAST_SECOND) {
          double whole = seconds < 0 ? Math.ceil(seconds) : Math.floor(seconds);
          return (long) whole * 1_000_000
              + (long) Math.rint((seconds - whole) * MICROS_IN_A_SECOND);
        }
      }
    }
    return ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
  }
}
