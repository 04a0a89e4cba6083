package io.sightline.workflow.blocks.trackers;

import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockContext;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Manifest;

/** Follows objects with {@link TwoStageTracker}. */
final class TrackersByteTrack {
  private TrackersByteTrack() {}

  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final Manifest MANIFEST =
        TrackerFields.outputs(
                TrackerFields.manifest(
                        "roboflow_core/trackers_bytetrack@v1",
                        "ByteTrack Tracker",
                        "Follows objects from frame to frame, unsure detections included.")
                    .field(TrackerFields.overlap(0.1))
                    .field(TrackerFields.consecutive(2))
                    .field(TrackerFields.buffer())
                    .field(TrackerFields.activation(0.7))
                    .field(TrackerFields.high())
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
              new TwoStageTracker(
                  new TwoStageSettings(
                      input.number(TrackerFields.OVERLAP),
                      input.wholeNumber(TrackerFields.CONSECUTIVE),
                      TrackerBlock.patience(input),
                      input.number(TrackerFields.ACTIVATION),
                      input.number(TrackerFields.HIGH)),
                  ids),
          true);
    }
  }
}
