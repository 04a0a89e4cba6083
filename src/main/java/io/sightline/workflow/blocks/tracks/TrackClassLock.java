package io.sightline.workflow.blocks.tracks;

import io.sightline.vision.Detections;
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

/** Gives each object one class, by the votes of the frames. */
final class TrackClassLock implements Block {
  private static final int MAX_VIDEOS = 256;

  private final RecentStates<String, ClassVotes> videos = new RecentStates<>(MAX_VIDEOS);

  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final Kind[] KINDS = {
      Kind.OBJECT_DETECTION_PREDICTION,
      Kind.INSTANCE_SEGMENTATION_PREDICTION,
      Kind.KEYPOINT_DETECTION_PREDICTION,
      Kind.RLE_INSTANCE_SEGMENTATION_PREDICTION
    };
    private static final Manifest MANIFEST =
        Manifest.of("roboflow_core/track_class_lock@v1")
            .described(
                "Track Class Lock",
                "transformation",
                "Gives each tracked object the class that most frames saw.")
            .field(Field.required("image", "The frame.", Forms.reference(Kind.IMAGE)))
            .field(Field.required("detections", "Tracked detections.", Forms.reference(KINDS)))
            .field(count("min_votes", 10, 1, "Votes that a class needs to be locked."))
            .field(Field.fraction("vote_confidence", 0.8, "Least confidence of a vote."))
            .field(count("lead_margin", 3, 0, "Votes ahead of the next class to be locked."))
            .field(count("switch_after", 15, 1, "Votes in a row for another class to change it."))
            .field(count("state_ttl", 300, 1, "Frames until an object not seen is forgotten."))
            .field(count("reattach_window", 30, 0, "Frames in which a new object inherits."))
            .field(
                Field.fraction(
                    "reattach_iou", 0.3, "Least overlap with the object it inherits from."))
            .output("tracked_detections", KINDS)
            .build();

    private static Field count(String name, int defaultValue, int least, String description) {
      return Field.optional(
          name,
          defaultValue,
          description,
          Forms.wholeNumber(least, Integer.MAX_VALUE),
          Forms.reference(Kind.INTEGER));
    }

    public V1() {
      super(MANIFEST, context -> new TrackClassLock());
    }

    @Override
    public void check(Map<String, Object> fields) {
      if (fields.get("state_ttl") instanceof Integer forgotten
          && fields.get("reattach_window") instanceof Integer window
          && window > forgotten) {
        throw new FormException(
            "Value error, `reattach_window` must not exceed `state_ttl` - lost tracks are purged"
                + " after `state_ttl` frames, so re-attachment beyond that point can never"
                + " happen.");
      }
    }
  }

  @Override
  public BlockResult run(StepInput input) {
    LockRules rules =
        new LockRules(
            input.wholeNumber("min_votes"),
            input.number("vote_confidence"),
            input.wholeNumber("lead_margin"),
            input.wholeNumber("switch_after"),
            input.wholeNumber("state_ttl"),
            input.wholeNumber("reattach_window"),
            input.number("reattach_iou"));
    rules.check();
    Detections detections = input.detections("detections");
    Tracked.requireNames(detections, "TrackClassLockBlockV1");
    String video = input.image("image").video().videoIdentifier();
    ClassVotes votes = videos.get(video);
    if (votes == null) {
      votes = videos.put(video, new ClassVotes());
    }
    return BlockResult.of(votes.lock(detections, rules));
  }
}
