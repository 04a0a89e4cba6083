package io.sightline.workflow.blocks.trackers;

import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockContext;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;

/** The blocks that are named for the trackers library, other than the one that sees the frame. */
final class LibraryTrackers {
  /** Where the video's rate is unknown. */
  static final double DEFAULT_FPS = 30;

  private static final int MAX_LOOK_BACK = 300;

  private LibraryTrackers() {}

  static int patience(StepInput input) {
    return TrackerBlock.patience(input, TrackerBlock.fps(TrackerBlock.videoOf(input), DEFAULT_FPS));
  }

  /** {@link TwoStageTracker}, version 1. */
  public static final class ByteTrackV1 extends DeclaredType {
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
            .build();

    public ByteTrackV1() {
      super(MANIFEST, ByteTrackV1::make);
    }

    private static Block make(BlockContext context) {
      IdCounter ids = new IdCounter();
      return TrackerBlock.onFrames(
          input ->
              new TwoStageTracker(
                  new TwoStageTracker.Settings(
                      input.number(TrackerFields.OVERLAP),
                      input.wholeNumber(TrackerFields.CONSECUTIVE),
                      patience(input),
                      input.number(TrackerFields.ACTIVATION),
                      input.number(TrackerFields.HIGH)),
                  ids),
          true);
    }
  }

  /** {@link SortTracker}, version 1. */
  public static final class SortV1 extends DeclaredType {
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
            .build();

    public SortV1() {
      super(MANIFEST, SortV1::make);
    }

    private static Block make(BlockContext context) {
      IdCounter ids = new IdCounter();
      return TrackerBlock.onFrames(
          input ->
              new SortTracker(
                  new SortTracker.Settings(
                      input.number(TrackerFields.OVERLAP),
                      input.wholeNumber(TrackerFields.CONSECUTIVE),
                      patience(input),
                      input.number(TrackerFields.ACTIVATION)),
                  ids),
          true);
    }
  }

  /** {@link OcSortTracker}, version 1. */
  public static final class OcSortV1 extends DeclaredType {
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
            .build();

    public OcSortV1() {
      super(MANIFEST, OcSortV1::make);
    }

    private static Block make(BlockContext context) {
      IdCounter ids = new IdCounter();
      return TrackerBlock.onFrames(
          input ->
              new OcSortTracker(
                  new OcSortTracker.Settings(
                      input.number(TrackerFields.OVERLAP),
                      input.wholeNumber(TrackerFields.CONSECUTIVE),
                      patience(input),
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
