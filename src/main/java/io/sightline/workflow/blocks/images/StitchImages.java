package io.sightline.workflow.blocks.images;

import io.sightline.vision.Image;
import io.sightline.vision.ImageOrigin;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/** Joins two pictures by what both show. */
final class StitchImages implements Block {
  private static final Logger LOG = System.getLogger(StitchImages.class.getName());
  private static final double RATIO = 0.75;
  private static final int MAX_NEIGHBOURS = 100;

  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final Manifest MANIFEST =
        Manifest.of("roboflow_core/stitch_images@v1")
            .described("Stitch Images", "transformation", "Joins two pictures by what both show.")
            .field(ImageFields.picture("image1", "One picture."))
            .field(ImageFields.picture("image2", "The other picture."))
            .field(
                Field.optional(
                    "max_allowed_reprojection_error",
                    3.0,
                    "How far places may miss each other, pixels.",
                    Forms.reference(Kind.FLOAT_ZERO_TO_ONE),
                    Forms.number(),
                    Forms.nothing()))
            .field(
                Field.optional(
                    "count_of_best_matches_per_query_descriptor",
                    2,
                    "How many of the nearest places to look for.",
                    Forms.reference(Kind.INTEGER),
                    Forms.wholeNumber(),
                    Forms.nothing()))
            .output("stitched_image", Kind.IMAGE)
            .heavy()
            .remark("gives no picture where the two do not fit or the result is too large")
            .build();

    public V1() {
      super(MANIFEST, context -> new StitchImages());
    }
  }

  /** Null where the pictures do not fit together, for whatever reason. */
  @Override
  public BlockResult run(StepInput input) {
    Object neighbours = input.value("count_of_best_matches_per_query_descriptor");
    if (neighbours instanceof Number n && n.doubleValue() == 0) {
      throw new BlockException("count_of_best_matches_per_query_descriptor must be greater than 0");
    }
    try {
      return BlockResult.of(stitched(input));
    } catch (RuntimeException e) {
      LOG.log(Level.DEBUG, "pictures do not fit together", e);
      return BlockResult.of((Object) null);
    }
  }

  private static Image stitched(StepInput input) {
    Image one = input.image("image1");
    Image two = input.image("image2");
    double error = Math.abs(input.number("max_allowed_reprojection_error"));
    int neighbours = Math.abs(input.wholeNumber("count_of_best_matches_per_query_descriptor"));
    if (neighbours > MAX_NEIGHBOURS || one.channels() != two.channels()) {
      return null;
    }
    try (Features onOne = Features.of(one);
        Features onTwo = Features.of(two)) {
      List<Matches.Pair> pairs =
          Matches.each(onOne.descriptors(), onTwo.descriptors(), neighbours, RATIO);
      boolean oneFirst = Seam.meanX(onOne) < Seam.meanX(onTwo);
      Seam seam =
          oneFirst
              ? new Seam(two, onTwo, one, onOne, swapped(pairs))
              : new Seam(one, onOne, two, onTwo, pairs);
      Image joined = seam.join(input, error);
      String id = one.parent().id() + " + " + two.parent().id();
      return Pictures.still(input, joined, ImageOrigin.whole(id, joined.width(), joined.height()));
    }
  }

  private static List<Matches.Pair> swapped(List<Matches.Pair> pairs) {
    return pairs.stream().map(p -> new Matches.Pair(p.train(), p.query(), p.distance())).toList();
  }
}
