package io.sightline.workflow.blocks.trackers;

import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockContext;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Manifest;

/** Follows objects with {@link SortTracker}. */
final class TrackersSort {
  private TrackersSort() {}

  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final Manifest MANIFEST =
        TrackerFields.outputs(
                TrackerFields.manifest(
                        "roboflow_core/trackers_sort@v1",
                        "SORT Tracker",
                        "Follows objects from frame to frame by their overlap.")
                    .field(TrackerFields.overlap(0.3))
                    .field(TrackerFields.consecutive(3))
                    .field(TrackerFields.buffer())
                    .field(TrackerFields.activation(0.25))
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
              new SortTracker(
                  new SortSettings(
                      input.number(TrackerFields.OVERLAP),
                      input.wholeNumber(TrackerFields.CONSECUTIVE),
                      TrackerBlock.patience(input),
                      input.number(TrackerFields.ACTIVATION)),
                  ids),
          true);
    }
  }
}
