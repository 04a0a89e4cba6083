package io.sightline.workflow.blocks.text;

import io.sightline.vision.Detections;
import io.sightline.workflow.block.BatchBlock;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;
import java.util.ArrayList;
import java.util.List;

/** Makes one text of detected words and letters. */
final class StitchOcrDetections implements BatchBlock {
  private static final int MAX_DELIMITER = 1000;
  private static final String DESCRIPTION =
      "Makes one text of detected words and letters, put in reading order.";

  private final boolean choice;

  private StitchOcrDetections(boolean choice) {
    this.choice = choice;
  }

  private static Manifest.Builder manifest(String version) {
    return Manifest.of("roboflow_core/stitch_ocr_detections@" + version)
        .described("Stitch OCR Detections", "transformation", DESCRIPTION)
        .field(
            Field.required(
                "predictions",
                "The words and letters; their classes are what they say.",
                Forms.reference(Kind.OBJECT_DETECTION_PREDICTION)))
        .field(
            Field.required(
                "reading_direction",
                "Which way letters follow each other.",
                Forms.oneOf(ReadingDirection.names())))
        .field(
            Field.optional(
                "tolerance",
                10,
                "How far apart lines are, pixels.",
                Forms.reference(Kind.INTEGER),
                Forms.positiveNumber()))
        .field(
            Field.optional(
                "delimiter",
                "",
                "What stands between letters.",
                Forms.reference(Kind.STRING),
                Forms.text()))
        .batch("predictions")
        .output("ocr_text", Kind.STRING);
  }

  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final Manifest MANIFEST = StitchOcrDetections.manifest("v1").build();

    public V1() {
      super(MANIFEST, context -> new StitchOcrDetections(false));
    }
  }

  /** Version 2, which can find lines otherwise. */
  public static final class V2 extends DeclaredType {
    private static final Manifest MANIFEST =
        StitchOcrDetections.manifest("v2")
            .field(
                Field.required(
                    "stitching_algorithm",
                    "How lines are found.",
                    Forms.oneOf("tolerance", "otsu", "collimate")))
            .field(
                Field.optional(
                    "otsu_threshold_multiplier",
                    1.0,
                    "How much wider than the threshold a gap between words is, for otsu.",
                    Forms.reference(Kind.FLOAT),
                    Forms.number()))
            .field(
                Field.optional(
                    "collimate_tolerance",
                    10,
                    "How far letters may be off their level, pixels, for collimate.",
                    Forms.reference(Kind.INTEGER),
                    Forms.wholeNumber()))
            .build();

    public V2() {
      super(MANIFEST, context -> new StitchOcrDetections(true));
    }
  }

  @Override
  public List<BlockResult> runAll(List<StepInput> inputs) {
    StepInput first = inputs.get(0);
    ReadingDirection direction =
        ReadingDirection.of(first.text("reading_direction"), first.detections("predictions"));
    List<BlockResult> results = new ArrayList<>(inputs.size());
    for (StepInput input : inputs) {
      results.add(BlockResult.of(stitch(input, direction)));
    }
    return results;
  }

  private String stitch(StepInput input, ReadingDirection direction) {
    Detections detections = input.detections("predictions");
    String delimiter = input.text("delimiter");
    if (delimiter.length() > MAX_DELIMITER) {
      throw new BlockException(
          "delimiter must have up to %d characters, not %d"
              .formatted(MAX_DELIMITER, delimiter.length()));
    }
    if (detections.isEmpty()) {
      return "";
    }
    List<Letter> letters = Letter.of(detections, direction);
    return switch (choice ? input.text("stitching_algorithm") : "tolerance") {
      case "otsu" ->
          new LinesByGaps(direction, delimiter)
              .stitch(letters, input.number("otsu_threshold_multiplier"));
      case "collimate" ->
          LinesByFollowing.stitch(
              letters, direction, input.number("collimate_tolerance"), delimiter);
      default -> LinesByTolerance.stitch(letters, direction, tolerance(input), delimiter);
    };
  }

  private static int tolerance(StepInput input) {
    int tolerance = input.wholeNumber("tolerance");
    if (tolerance <= 0) {
      throw new BlockException(
          "Stitch OCR detections block expects `tolerance` to be greater than zero.");
    }
    return tolerance;
  }
}
