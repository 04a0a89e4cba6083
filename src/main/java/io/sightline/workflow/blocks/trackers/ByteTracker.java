package io.sightline.workflow.blocks.trackers;

import io.sightline.vision.VideoMetadata;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;

/** Follows objects with {@link ByteTrack}. */
final class ByteTracker {
  private static final String MATCHING = "minimum_matching_threshold";

  private ByteTracker() {}

  /** Version 1: the video is told beside the frame, and its rate must be known. */
  public static final class V1 extends DeclaredType {
    private static final Manifest MANIFEST =
        parameters(
                start("roboflow_core/byte_tracker@v1")
                    .field(
                        Field.required(
                            "metadata",
                            "The video and its rate.",
                            Forms.reference(Kind.VIDEO_METADATA)))
                    .field(
                        TrackerFields.detections(
                            Kind.OBJECT_DETECTION_PREDICTION,
                            Kind.INSTANCE_SEGMENTATION_PREDICTION)))
            .output(TrackerFields.TRACKED, Kind.OBJECT_DETECTION_PREDICTION)
            .build();

    public V1() {
      super(
          MANIFEST,
          context ->
              new TrackerBlock(
                  V1::video, input -> null, input -> tracker(input, video(input).fps()), false));
    }

    private static VideoMetadata video(StepInput input) {
      if (!(input.value("metadata") instanceof VideoMetadata video)) {
        throw new BlockException("field 'metadata' must be video metadata");
      }
      if (TrackerBlock.fps(video, 0) == 0) {
        throw new BlockException(
            "Malformed fps in VideoMetadata, ByteTrackerBlockV1 requires fps in order to initialize"
                + " ByteTrack");
      }
      return video;
    }
  }

  /** Version 2: the frame tells the video. */
  public static final class V2 extends DeclaredType {
    private static final Manifest MANIFEST =
        parameters(
                start("roboflow_core/byte_tracker@v2")
                    .field(TrackerFields.inputImage())
                    .field(
                        TrackerFields.detections(
                            Kind.OBJECT_DETECTION_PREDICTION,
                            Kind.INSTANCE_SEGMENTATION_PREDICTION)))
            .output(TrackerFields.TRACKED, Kind.OBJECT_DETECTION_PREDICTION)
            .build();

    public V2() {
      super(MANIFEST, context -> TrackerBlock.onFrames(ByteTracker::tracker, false));
    }
  }

  /** Version 3: tells new identities. */
  public static final class V3 extends DeclaredType {
    private static final Manifest MANIFEST =
        parameters(
                start("roboflow_core/byte_tracker@v3")
                    .field(TrackerFields.image())
                    .field(
                        TrackerFields.detections(
                            Kind.OBJECT_DETECTION_PREDICTION,
                            Kind.KEYPOINT_DETECTION_PREDICTION,
                            Kind.INSTANCE_SEGMENTATION_PREDICTION)))
            .field(TrackerFields.cacheSize())
            .output(TrackerFields.TRACKED, Kind.OBJECT_DETECTION_PREDICTION)
            .output("new_instances", Kind.OBJECT_DETECTION_PREDICTION)
            .output("already_seen_instances", Kind.OBJECT_DETECTION_PREDICTION)
            .build();

    public V3() {
      super(MANIFEST, context -> TrackerBlock.onFrames(ByteTracker::tracker, true));
    }
  }

  private static Manifest.Builder start(String type) {
    return Manifest.of(type)
        .described("Byte Tracker", "transformation", "Follows objects from frame to frame.");
  }

  private static Manifest.Builder parameters(Manifest.Builder manifest) {
    return manifest
        .field(TrackerFields.activation(0.25))
        .field(TrackerFields.buffer())
        .field(
            TrackerFields.fraction(
                MATCHING, 0.8, "Greatest cost of a pair: 1 less its overlap times confidence."))
        .field(TrackerFields.consecutive(1));
  }

  private static Tracker tracker(StepInput input) {
    return tracker(input, TrackerBlock.fps(TrackerBlock.videoOf(input), 0));
  }

  private static Tracker tracker(StepInput input, double fps) {
    return new ByteTrack(
        new ByteTrackSettings(
            input.number(TrackerFields.ACTIVATION),
            input.number(MATCHING),
            input.wholeNumber(TrackerFields.CONSECUTIVE),
            TrackerBlock.patience(input, fps)));
  }
}
