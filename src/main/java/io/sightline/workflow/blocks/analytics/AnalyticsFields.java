package io.sightline.workflow.blocks.analytics;

import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.vision.VideoMetadata;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Form;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.StepInput;
import java.util.List;

/** Fields that blocks watching tracks share. */
final class AnalyticsFields {
  static final Kind[] DETECTIONS = {
    Kind.OBJECT_DETECTION_PREDICTION, Kind.INSTANCE_SEGMENTATION_PREDICTION
  };

  private AnalyticsFields() {}

  /** A picture that the document is given, not one that a step makes. */
  static Field image() {
    return image(Forms.input(Kind.IMAGE));
  }

  /** A picture of any source. */
  static Field anyImage() {
    return image(Forms.reference(Kind.IMAGE));
  }

  private static Field image(Form form) {
    return Field.required("image", "The frame, which says the video and the time.", form);
  }

  static Field metadata() {
    return Field.required(
        "metadata", "The video and the time.", Forms.reference(Kind.VIDEO_METADATA));
  }

  static Field detections() {
    return Field.required("detections", "Tracked detections.", Forms.reference(DETECTIONS));
  }

  /** Points as [x, y] in pixels. */
  static Field points(String name, String description) {
    return Field.required(
        name, description, Forms.list(0, Forms.any()), Forms.reference(Kind.LIST_OF_VALUES));
  }

  static Field anchor() {
    return Field.optional(
        "triggering_anchor",
        "CENTER",
        "The place of a detection that counts.",
        Forms.text(),
        Forms.reference(Kind.STRING));
  }

  /** The video that a step of version 1 is told in a field, and later ones by their frame. */
  static VideoMetadata video(StepInput input, boolean inField) {
    if (!inField) {
      return input.image("image").video();
    }
    if (input.value("metadata") instanceof VideoMetadata video) {
      return video;
    }
    throw new BlockException("field 'metadata' must be video metadata");
  }

  /**
   * The detections, which a tracker has seen.
   *
   * @param block names the block in the error
   * @throws BlockException where no tracker has
   */
  static Detections tracked(StepInput input, String block) {
    Detections detections = input.detections("detections");
    boolean all = detections.tracked();
    for (Detection detection : detections) {
      all &= detection.trackerId() != null;
    }
    if (!all) {
      throw new BlockException(
          "tracker_id not initialized, %s requires detections to be tracked".formatted(block));
    }
    return detections;
  }

  /**
   * Points of two numbers each.
   *
   * @param what names the whole in errors, such as line zone
   * @param block names the block in errors
   */
  static double[][] points(List<?> raw, String what, String block) {
    double[][] points = new double[raw.size()][];
    for (Object point : raw) {
      if (!(point instanceof List<?> pair) || pair.size() != 2) {
        throw new BlockException(
            "%s requires each point of %s to be a list containing exactly 2 coordinates"
                .formatted(block, what));
      }
    }
    for (int i = 0; i < points.length; i++) {
      List<?> pair = (List<?>) raw.get(i);
      if (!(pair.get(0) instanceof Number x) || !(pair.get(1) instanceof Number y)) {
        throw new BlockException(
            "%s requires each coordinate of %s to be a number".formatted(block, what));
      }
      points[i] = new double[] {x.doubleValue(), y.doubleValue()};
    }
    return points;
  }
}
