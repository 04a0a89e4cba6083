package io.sightline.workflow.blocks.trackers;

import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockContext;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;

/** Follows objects with {@link OcSortTracker}. */
final class TrackersOcSort {
  private static final int MAX_LOOK_BACK = 300;

  private TrackersOcSort() {}

  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final String DIRECTION = "direction_consistency_weight";
    private static final String LOOK_BACK = "delta_t";
    private static final Manifest MANIFEST =
        TrackerFields.outputs(
                TrackerFields.manifest(
                        "roboflow_core/trackers_ocsort@v1",
                        "OC-SORT Tracker",
                        "Follows objects from frame to frame, also those that were covered.")
                    .field(TrackerFields.overlap(0.3))
                    .field(TrackerFields.consecutive(3))
                    .field(TrackerFields.buffer())
                    .field(TrackerFields.high())
                    .field(
                        TrackerFields.fraction(
                            DIRECTION, 0.2, "Weight of the direction beside the overlap."))
                    .field(
                        TrackerFields.count(
                            LOOK_BACK, 3, "Frames by which a direction is measured."))
                    .field(TrackerFields.cacheSize()))
            .remark(TrackerFields.LIBRARY)
            .build();

    public V1() {
      super(MANIFEST, V1::make);
    }

    private static Block make(BlockContext context) {
      IdCounter ids = new IdCounter();
      return TrackerBlock.onFrames(
          input ->
              new OcSortTracker(
                  new OcSortSettings(
                      input.number(TrackerFields.OVERLAP),
                      input.wholeNumber(TrackerFields.CONSECUTIVE),
                      TrackerBlock.patience(input),
                      input.number(TrackerFields.HIGH),
                      input.number(DIRECTION),
                      lookBack(input)),
                  ids),
          true);
    }

    private static int lookBack(StepInput input) {
      int frames = input.wholeNumber(LOOK_BACK);
      if (frames > MAX_LOOK_BACK) {
        throw new BlockException(
            "field '%s' must be at most %d, not %d".formatted(LOOK_BACK, MAX_LOOK_BACK, frames));
      }
      return frames;
    }
  }
}
