package io.sightline.workflow.blocks.tracks;

import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.vision.VideoMetadata;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;
import io.sightline.workflow.blocks.RecentStates;
import java.util.ArrayList;
import java.util.List;

/** Tells how fast objects move, by their boxes' centres. */
final class Velocity implements Block {
  private static final int MAX_OBJECTS = 10_000;

  private final RecentStates<String, RecentStates<Integer, Motion>> videos =
      new RecentStates<>(Tracked.MAX_VIDEOS);

  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final Kind[] KINDS = {
      Kind.KEYPOINT_DETECTION_PREDICTION,
      Kind.OBJECT_DETECTION_PREDICTION,
      Kind.INSTANCE_SEGMENTATION_PREDICTION
    };
    private static final Manifest MANIFEST =
        Manifest.of("roboflow_core/velocity@v1")
            .described("Velocity", "analytics", "Tells how fast tracked objects move.")
            .field(Field.required("image", "The frame.", Forms.input(Kind.IMAGE)))
            .field(Field.required("detections", "Tracked detections.", Forms.output(KINDS)))
            .field(
                Field.number(
                    "smoothing_alpha", 0.5, "Weight of the newest velocity, above 0 to 1."))
            .field(Field.number("pixels_per_meter", 1, "Pixels that a metre takes."))
            .output("velocity_detections", KINDS)
            .build();

    public V1() {
      super(MANIFEST, context -> new Velocity());
    }
  }

  @Override
  public BlockResult run(StepInput input) {
    Detections detections = input.detections("detections");
    Tracked.require(detections.tracked(), "VelocityBlock");
    double alpha = input.number("smoothing_alpha");
    if (!(alpha > 0 && alpha <= 1)) {
      throw new BlockException("smoothing_alpha must be between 0 (exclusive) and 1 (inclusive)");
    }
    double scale = input.number("pixels_per_meter");
    if (!(scale > 0)) {
      throw new BlockException("pixels_per_meter must be greater than 0");
    }
    VideoMetadata video = input.image("image").video();
    RecentStates<Integer, Motion> objects = videos.get(video.videoIdentifier());
    if (objects == null) {
      objects = videos.put(video.videoIdentifier(), new RecentStates<>(MAX_OBJECTS));
    }
    double time = Tracked.time(video);
    List<Detection> moving = new ArrayList<>(detections.size());
    for (Detection detection : detections) {
      Motion motion = objects.get(detection.trackerId());
      if (motion == null) {
        motion = objects.put(detection.trackerId(), new Motion());
      }
      motion.see(detection.box(), time, alpha);
      moving.add(detection.withAll(motion.tell(scale)));
    }
    return BlockResult.of(detections.with(moving));
  }
}
