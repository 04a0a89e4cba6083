package io.sightline.workflow.blocks.images;

import io.sightline.vision.Image;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;
import java.util.List;

/** Tells whether two pictures show the same, by the pictures or by their descriptors. */
final class SiftPictureComparison implements Block {
  private static final String BRUTE_FORCE = "BFMatcher";

  /** Version 2. */
  public static final class V2 extends DeclaredType {
    private static final Manifest MANIFEST =
        ImageFields.manifest(
                "sift_comparison@v2",
                "SIFT Comparison",
                "Tells whether two pictures show the same, by the pictures or their descriptors.")
            .field(side("input_1", "One picture or its descriptors."))
            .field(side("input_2", "The other picture or its descriptors."))
            .field(SiftComparison.goodMatches())
            .field(SiftComparison.ratio(Kind.FLOAT_ZERO_TO_ONE))
            .field(
                ImageFields.choice(
                    "matcher",
                    "FlannBasedMatcher",
                    "Whether to look along trees or at each.",
                    "FlannBasedMatcher",
                    BRUTE_FORCE))
            .field(ImageFields.flag("visualize", false, "Whether to draw what was found."))
            .output("images_match", Kind.BOOLEAN)
            .output("good_matches_count", Kind.INTEGER)
            .output("keypoints_1", Kind.IMAGE_KEYPOINTS)
            .output("descriptors_1", Kind.NUMPY_ARRAY)
            .output("keypoints_2", Kind.IMAGE_KEYPOINTS)
            .output("descriptors_2", Kind.NUMPY_ARRAY)
            .output("visualization_1", Kind.IMAGE)
            .output("visualization_2", Kind.IMAGE)
            .output("visualization_matches", Kind.IMAGE)
            .heavy()
            .build();

    private static Field side(String name, String description) {
      return Field.required(name, description, Forms.reference(Kind.IMAGE, Kind.NUMPY_ARRAY));
    }

    public V2() {
      super(MANIFEST, context -> new SiftPictureComparison());
    }
  }

  @Override
  public BlockResult run(StepInput input) {
    try (ComparedSide first = ComparedSide.of(input, "input_1");
        ComparedSide second = ComparedSide.of(input, "input_2")) {
      boolean visible = input.flag("visualize");
      boolean brute = input.text("matcher").equals(BRUTE_FORCE);
      boolean enough =
          first.count() >= SiftComparison.MIN_PLACES && second.count() >= SiftComparison.MIN_PLACES;
      List<Matches.Pair> pairs = enough ? pairs(input, first, second, brute) : List.of();
      boolean drawn = enough && visible && first.ofPicture() && second.ofPicture();
      Image together = drawn ? MatchDrawing.draw(input, first, second, pairs, brute) : null;
      return BlockResult.of(
          enough && pairs.size() >= input.wholeNumber("good_matches_threshold"),
          pairs.size(),
          first.keypoints(),
          first.descriptors(),
          second.keypoints(),
          second.descriptors(),
          visible ? first.drawn(input) : null,
          visible ? second.drawn(input) : null,
          together);
    }
  }

  private static List<Matches.Pair> pairs(
      StepInput input, ComparedSide first, ComparedSide second, boolean brute) {
    double ratio = input.number("ratio_threshold");
    return brute
        ? Matches.each(first.rows(), second.rows(), 2, ratio)
        : Matches.along(first.rows(), second.rows(), ratio);
  }
}
