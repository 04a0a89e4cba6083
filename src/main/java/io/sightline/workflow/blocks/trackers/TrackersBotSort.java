package io.sightline.workflow.blocks.trackers;

import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockContext;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;

/** Follows objects with {@link BotSortTracker}. */
final class TrackersBotSort {
  private static final String FIRST = "minimum_iou_threshold_first_assoc";
  private static final String SECOND = "minimum_iou_threshold_second_assoc";
  private static final String UNCONFIRMED = "minimum_iou_threshold_unconfirmed_assoc";
  private static final String COMPENSATE = "enable_cmc";
  private static final String METHOD = "cmc_method";
  private static final String DOWNSCALE = "cmc_downscale";
  private static final String INSTANT = "instant_first_frame_activation";

  private TrackersBotSort() {}

  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final Manifest MANIFEST =
        TrackerFields.outputs(
                parameters(
                    TrackerFields.manifest(
                        "roboflow_core/trackers_botsort@v1",
                        "BoT-SORT Tracker",
                        "Follows objects from frame to frame, also where the camera moves.")))
            .remark("a frame that cannot be used counts as a camera that stands still")
            .build();

    public V1() {
      super(MANIFEST, V1::make);
    }

    private static Block make(BlockContext context) {
      IdCounter ids = new IdCounter();
      return TrackerBlock.onFrames(input -> tracker(input, ids), true);
    }
  }

  private static Manifest.Builder parameters(Manifest.Builder manifest) {
    return manifest
        .field(
            TrackerFields.fraction(
                FIRST, 0.2, "Least overlap times confidence of a sure detection with its track."))
        .field(
            TrackerFields.fraction(
                SECOND, 0.5, "Least overlap of an unsure detection with its track."))
        .field(
            TrackerFields.fraction(
                UNCONFIRMED, 0.3, "Least overlap times confidence with a track without identity."))
        .field(TrackerFields.consecutive(2))
        .field(TrackerFields.buffer())
        .field(TrackerFields.activation(0.7))
        .field(TrackerFields.high())
        .field(Field.flag(COMPENSATE, false, "Whether tracks move with the camera."))
        .field(
            Field.optional(
                METHOD,
                "sparseOptFlow",
                "How the camera's motion is found.",
                Forms.oneOf("orb", "sift", "sparseOptFlow", "ecc")))
        .field(
            TrackerFields.count(
                DOWNSCALE, 2, "By how much frames are made smaller to find the motion."))
        .field(
            Field.flag(
                INSTANT, false, "Whether tracks of the first frame have identities at once."))
        .field(TrackerFields.cacheSize());
  }

  private static Tracker tracker(StepInput input, IdCounter ids) {
    BotSortSettings settings =
        new BotSortSettings(
            input.number(FIRST),
            input.number(SECOND),
            input.number(UNCONFIRMED),
            input.wholeNumber(TrackerFields.CONSECUTIVE),
            TrackerBlock.patience(input),
            input.number(TrackerFields.ACTIVATION),
            input.number(TrackerFields.HIGH),
            input.flag(INSTANT));
    return new BotSortTracker(settings, ids, input.flag(COMPENSATE) ? camera(input) : null);
  }

  private static CameraMotion camera(StepInput input) {
    int downscale = input.wholeNumber(DOWNSCALE);
    String method = input.text(METHOD);
    return switch (method) {
      case "orb" -> FeatureMotion.orb(downscale);
      case "sift" -> FeatureMotion.sift(downscale);
      case "sparseOptFlow" -> new FlowMotion(downscale);
      case "ecc" -> new CorrelationMotion(downscale);
      default -> throw new BlockException("field '%s' cannot be '%s'".formatted(METHOD, method));
    };
  }
}
