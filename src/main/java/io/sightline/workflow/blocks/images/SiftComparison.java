package io.sightline.workflow.blocks.images;

import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;
import org.bytedeco.opencv.opencv_core.Mat;

/** Tells whether two pictures show the same, by their descriptors. */
final class SiftComparison implements Block {
  /** Fewer places say nothing. */
  static final int MIN_PLACES = 2;

  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final Manifest MANIFEST =
        ImageFields.manifest(
                "sift_comparison@v1",
                "SIFT Comparison",
                "Tells whether two pictures show the same, by their descriptors.")
            .field(descriptor("descriptor_1", "The descriptors of one picture."))
            .field(descriptor("descriptor_2", "The descriptors of the other."))
            .field(goodMatches())
            .field(ratio(Kind.INTEGER))
            .output("good_matches_count", Kind.INTEGER)
            .output("images_match", Kind.BOOLEAN)
            .heavy()
            .build();

    private static Field descriptor(String name, String description) {
      return Field.required(name, description, Forms.reference(Kind.NUMPY_ARRAY));
    }

    public V1() {
      super(MANIFEST, context -> new SiftComparison());
    }
  }

  static Field goodMatches() {
    return ImageFields.positiveNumber(
        "good_matches_threshold", 50, "How many places must be found on both.");
  }

  static Field ratio(Kind kind) {
    return Field.optional(
        "ratio_threshold",
        0.7,
        "How much nearer than the second the nearest must be.",
        Forms.reference(kind),
        Forms.number());
  }

  @Override
  public BlockResult run(StepInput input) {
    try (Mat first = Descriptors.read("descriptor_1", input.value("descriptor_1"));
        Mat second = Descriptors.read("descriptor_2", input.value("descriptor_2"))) {
      if (first.rows() < MIN_PLACES || second.rows() < MIN_PLACES) {
        return BlockResult.of(0, false);
      }
      int count = Matches.along(first, second, input.number("ratio_threshold")).size();
      return BlockResult.of(count, count >= input.wholeNumber("good_matches_threshold"));
    }
  }
}
