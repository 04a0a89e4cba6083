package io.sightline.workflow.blocks.tracks;

import io.sightline.vision.Detections;
import io.sightline.vision.VideoMetadata;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.FormException;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;
import io.sightline.workflow.blocks.RecentStates;
import java.util.Map;

/** Tells when objects came and went. */
final class DetectionEventLog implements Block {
  private static final String THRESHOLD = "frame_threshold";
  private static final String FLUSH = "flush_interval";
  private static final String STALE = "stale_frames";
  private static final String FPS = "fallback_fps";
  private static final int MAX_VIDEOS = 100;

  private final RecentStates<String, VideoEvents> videos = new RecentStates<>(MAX_VIDEOS);

  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final Kind[] KINDS = {
      Kind.OBJECT_DETECTION_PREDICTION, Kind.INSTANCE_SEGMENTATION_PREDICTION
    };
    private static final Manifest MANIFEST =
        Manifest.of("roboflow_core/detection_event_log@v1")
            .described(
                "Detection Event Log", "analytics", "Tells when tracked objects came and went.")
            .field(Field.required("image", "The frame.", Forms.input(Kind.IMAGE)))
            .field(Field.required("detections", "Tracked detections.", Forms.reference(KINDS)))
            .field(count(THRESHOLD, 30, "Frames that an object must be seen in to be logged."))
            .field(count(FLUSH, 30, "Frames between two looks for objects that went."))
            .field(count(STALE, 300, "Frames not seen after which an object has gone."))
            .field(
                Field.optional(
                    "reference_timestamp",
                    null,
                    "Without effect.",
                    Forms.number(),
                    Forms.nothing(),
                    Forms.reference(Kind.FLOAT)))
            .field(
                Field.optional(
                        FPS,
                        1.0,
                        "Frames a second where the video tells neither times nor a rate.",
                        Forms.number(),
                        Forms.input(Kind.FLOAT))
                    .checked(V1::positive))
            .output("event_log", Kind.DICTIONARY)
            .output("detections", KINDS)
            .output("total_logged", Kind.INTEGER)
            .output("total_pending", Kind.INTEGER)
            .output("complete_events", Kind.DICTIONARY)
            .build();

    private static Field count(String name, int defaultValue, String description) {
      return Field.optional(
          name,
          defaultValue,
          description,
          Forms.wholeNumber(1, Integer.MAX_VALUE),
          Forms.input(Kind.INTEGER));
    }

    private static void positive(Object value) {
      if (value instanceof Double number && !(number > 0)) {
        throw new FormException("Input should be greater than 0");
      }
    }

    public V1() {
      super(MANIFEST, context -> new DetectionEventLog());
    }
  }

  @Override
  public BlockResult run(StepInput input) {
    Detections detections = input.detections("detections");
    VideoMetadata video = input.image("image").video();
    int threshold = input.wholeNumber(THRESHOLD);
    VideoEvents events = videos.get(video.videoIdentifier());
    if (events == null) {
      events = videos.put(video.videoIdentifier(), new VideoEvents());
    }
    events.nextFrame(video, input.number(FPS));
    Map<String, Object> gone =
        events.flush(input.wholeNumber(FLUSH), input.wholeNumber(STALE), threshold);
    if (detections.tracked()) {
      detections.forEach(events::see);
    }
    EventTable table = events.table(threshold);
    return BlockResult.of(
        table.log(), detections, table.logged().size(), table.pending().size(), gone);
  }
}
