package io.sightline.workflow.blocks.tracks;

import io.sightline.vision.Detections;
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

/** Smooths boxes, and moves on for a while those that were not found. */
final class StabilizeDetections implements Block {
  private static final String WINDOW = "smoothing_window_size";
  private static final String COEFFICIENT = "bbox_smoothing_coefficient";
  private static final int MAX_WINDOW = 1_000;

  private final RecentStates<String, BoxSmoother> videos = new RecentStates<>(Tracked.MAX_VIDEOS);

  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final Kind[] KINDS = {
      Kind.OBJECT_DETECTION_PREDICTION, Kind.INSTANCE_SEGMENTATION_PREDICTION
    };
    private static final Manifest MANIFEST =
        Manifest.of("roboflow_core/stabilize_detections@v1")
            .described(
                "Detections Stabilizer", "transformation", "Smooths the boxes of tracked objects.")
            .field(Field.required("image", "The frame.", Forms.reference(Kind.IMAGE)))
            .field(Field.required("detections", "Tracked detections.", Forms.reference(KINDS)))
            .field(
                Field.optional(
                    WINDOW,
                    3,
                    "Frames by which velocities are smoothed and lost objects kept.",
                    Forms.wholeNumber(),
                    Forms.nothing(),
                    Forms.reference(Kind.INTEGER)))
            .field(
                Field.optional(
                    COEFFICIENT,
                    0.2,
                    "Weight of the newest box beside the one before.",
                    Forms.number(),
                    Forms.nothing(),
                    Forms.reference(Kind.FLOAT_ZERO_TO_ONE)))
            .output("tracked_detections", KINDS)
            .build();

    public V1() {
      super(MANIFEST, context -> new StabilizeDetections());
    }
  }

  @Override
  public BlockResult run(StepInput input) {
    Detections detections = input.detections("detections");
    Tracked.requireNames(detections, "StabilizeTrackedDetectionsBlockV1");
    String video = input.image("image").video().videoIdentifier();
    BoxSmoother smoother = videos.get(video);
    if (smoother == null) {
      int window = input.wholeNumber(WINDOW);
      if (window < 1 || window > MAX_WINDOW) {
        throw new BlockException(
            "field '%s' must be from 1 to %d, not %d".formatted(WINDOW, MAX_WINDOW, window));
      }
      smoother = videos.put(video, new BoxSmoother(window));
    }
    return BlockResult.of(smoother.smooth(detections, input.number(COEFFICIENT)));
  }
}
