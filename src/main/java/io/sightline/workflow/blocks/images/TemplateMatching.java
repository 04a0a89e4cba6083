package io.sightline.workflow.blocks.images;

import io.sightline.vision.BoundingBox;
import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.vision.Image;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;

/** Finds where a small picture is found on a larger one. */
final class TemplateMatching implements Block {
  private static final int MAX_MATCHES = 20_000;

  private final Mat scores = new Mat();

  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final Manifest MANIFEST =
        ImageFields.manifest(
                "template_matching@v1",
                "Template Matching",
                "Finds where a small picture is found on a larger one.")
            .field(ImageFields.image())
            .field(ImageFields.picture("template", "The small picture.").alias("templates"))
            .field(
                ImageFields.number(
                    "matching_threshold", 0.8, "How much alike they must be, up to 1."))
            .field(ImageFields.flag("apply_nms", true, "Whether matches must not overlap."))
            .field(
                Field.optional(
                    "nms_threshold",
                    0.5,
                    "How much they may overlap all the same: intersection over union.",
                    Forms.reference(Kind.FLOAT_ZERO_TO_ONE),
                    Forms.number(0, 1)))
            .output("predictions", Kind.OBJECT_DETECTION_PREDICTION)
            .output("number_of_matches", Kind.INTEGER)
            .heavy()
            .build();

    public V1() {
      super(MANIFEST, context -> new TemplateMatching());
    }
  }

  @Override
  public BlockResult run(StepInput input) {
    Image image = input.image("image");
    Image template = input.image("template");
    if (template.width() > image.width() != template.height() > image.height()
        && (template.width() > image.width() || template.height() > image.height())) {
      throw new BlockException(
          "a template of %dx%d does not fit into a picture of %dx%d"
              .formatted(template.width(), template.height(), image.width(), image.height()));
    }
    try (Mat grey = Pictures.greyPixels(image);
        Mat wanted = Pictures.greyPixels(template)) {
      opencv_imgproc.matchTemplate(grey, wanted, scores, opencv_imgproc.TM_CCOEFF_NORMED);
    }
    List<BoundingBox> boxes = boxes((float) input.number("matching_threshold"), template);
    if (input.flag("apply_nms")) {
      boxes = apart(boxes, input.number("nms_threshold"));
    }
    List<Detection> detections = new ArrayList<>(boxes.size());
    for (BoundingBox box : boxes) {
      String id = UUID.randomUUID().toString();
      detections.add(Detection.on(image, box, 1, 0, "template_match", id));
    }
    return BlockResult.of(
        new Detections(detections, image.width(), image.height()), detections.size());
  }

  /** Row by row. */
  private List<BoundingBox> boxes(float threshold, Image template) {
    List<BoundingBox> boxes = new ArrayList<>();
    try (FloatIndexer values = scores.createIndexer()) {
      for (int y = 0; y < scores.rows(); y++) {
        for (int x = 0; x < scores.cols(); x++) {
          if (values.get(y, x) >= threshold) {
            boxes.add(new BoundingBox(x, y, x + template.width(), y + template.height()));
          }
        }
        if (boxes.size() > MAX_MATCHES) {
          throw new BlockException(
              "matching_threshold %s lets more than %d places match"
                  .formatted(threshold, MAX_MATCHES));
        }
      }
    }
    return boxes;
  }

  /** All match alike, so that of those that overlap the last one stays. */
  private static List<BoundingBox> apart(List<BoundingBox> boxes, double threshold) {
    List<BoundingBox> kept = new ArrayList<>();
    for (int i = boxes.size() - 1; i >= 0; i--) {
      BoundingBox box = boxes.get(i);
      if (free(box, kept, threshold)) {
        kept.add(box);
      }
    }
    Collections.reverse(kept);
    return kept;
  }

  private static boolean free(BoundingBox box, List<BoundingBox> kept, double threshold) {
    for (BoundingBox other : kept) {
      if (overlap(other, box) > threshold) {
        return false;
      }
    }
    return true;
  }

  private static double overlap(BoundingBox a, BoundingBox b) {
    double width = Math.min(a.x2(), b.x2()) - Math.max(a.x1(), b.x1());
    double height = Math.min(a.y2(), b.y2()) - Math.max(a.y1(), b.y1());
    double shared = Math.max(0, width) * Math.max(0, height);
    double area = (double) (a.x2() - a.x1()) * (a.y2() - a.y1());
    return shared / (2 * area - shared);
  }

  @Override
  public void close() {
    scores.close();
  }
}
