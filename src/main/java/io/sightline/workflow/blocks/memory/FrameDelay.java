package io.sightline.workflow.blocks.memory;

import io.sightline.vision.VideoMetadata;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.FormException;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;
import io.sightline.workflow.blocks.KeptValues;
import io.sightline.workflow.blocks.RecentStates;

/** The value of an earlier frame of the same video. */
final class FrameDelay implements Block {
  private static final int MAX_OFFSET = 256;
  private static final int MAX_VIDEOS = 16;

  private final KeptValues kept = new KeptValues();
  private final RecentStates<String, FrameValues> videos =
      new RecentStates<>(MAX_VIDEOS, FrameValues::close);

  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final Manifest MANIFEST =
        Manifest.of(
                "roboflow_core/frame_delay@v1",
                "FrameDelay",
                "roboflow_core/time_travel@v1",
                "TimeTravel")
            .described("Frame Delay", "fusion", "Answers with the value of an earlier frame.")
            .field(
                Field.required(
                    "image", "The frame, which tells its number.", Forms.reference(Kind.IMAGE)))
            .field(
                Field.required(
                    "data",
                    "The value to delay.",
                    Forms.reference(
                        Kind.WILDCARD,
                        Kind.LIST_OF_VALUES,
                        Kind.IMAGE,
                        Kind.OBJECT_DETECTION_PREDICTION,
                        Kind.INSTANCE_SEGMENTATION_PREDICTION,
                        Kind.KEYPOINT_DETECTION_PREDICTION)))
            .field(
                Field.required(
                        "offset",
                        "0 for this frame, -1 for the one before and so on, down to -256.",
                        Forms.wholeNumber(),
                        Forms.reference(Kind.INTEGER))
                    .checked(V1::checkOffset))
            .field(
                Field.optional(
                    "default_value",
                    null,
                    "The answer where the earlier frame was not seen.",
                    Forms.flag(),
                    Forms.wholeNumber(),
                    Forms.number(),
                    Forms.text(),
                    Forms.nothing()))
            .output("output")
            .output("is_available", Kind.BOOLEAN)
            .output("reference_frame_number", Kind.INTEGER)
            .build();

    private static void checkOffset(Object value) {
      if (value instanceof Integer offset && wrong(offset) != null) {
        throw new FormException("Value error, " + wrong(offset));
      }
    }

    public V1() {
      super(MANIFEST, context -> new FrameDelay());
    }
  }

  private static String wrong(int offset) {
    if (offset > 0) {
      return "Frame Delay only supports past offsets: `offset` must be <= 0 (got %d)."
          .formatted(offset);
    }
    if (offset < -MAX_OFFSET) {
      return "Frame Delay supports an `offset` no smaller than -%d, since every buffered frame is"
              .formatted(MAX_OFFSET)
          + " retained in memory (got %d).".formatted(offset);
    }
    return null;
  }

  @Override
  public BlockResult run(StepInput input) {
    int offset = input.wholeNumber("offset");
    if (wrong(offset) != null) {
      throw new BlockException(wrong(offset));
    }
    VideoMetadata video = input.image("image").video();
    String name = video.videoIdentifier().isEmpty() ? "default" : video.videoIdentifier();
    FrameValues values = videos.get(name);
    if (values == null) {
      values = videos.put(name, new FrameValues(kept));
    }
    long frame = video.frameNumber();
    values.put(frame, input.value("data"), -offset);
    boolean known = values.knows(frame + offset);
    Object value =
        known
            ? kept.lend(values.get(frame + offset), input.images())
            : input.value("default_value");
    values.forget(frame);
    return BlockResult.of(value, known, frame);
  }

  @Override
  public void close() {
    videos.close();
  }
}
