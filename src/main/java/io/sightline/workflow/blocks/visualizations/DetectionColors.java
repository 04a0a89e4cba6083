package io.sightline.workflow.blocks.visualizations;

import io.sightline.vision.Color;
import io.sightline.vision.Detection;
import io.sightline.vision.Palette;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.StepInput;
import java.util.List;

/** The colours of a step's detections. Keeps the palette as long as the fields stay the same. */
final class DetectionColors {
  private static final int PENDING_TRACK = -1;

  private record Choice(String palette, int size, List<?> custom) {}

  private Choice choice;
  private Palette palette;
  private String axis;

  /** Takes over the fields of one frame. */
  DetectionColors use(StepInput input) {
    Choice wanted =
        new Choice(
            input.text("color_palette"),
            input.wholeNumber("palette_size"),
            input.list("custom_colors"));
    if (!wanted.equals(choice)) {
      choice = wanted;
      palette = null;
    }
    axis = input.text("color_axis");
    return this;
  }

  /** The colour of a detection at its place among the others. */
  Color of(Detection detection, int place) {
    if (palette == null) {
      palette = palette(choice);
    }
    return switch (axis) {
      case "INDEX" -> palette.at(place);
      case "CLASS" -> palette.at(detection.classId());
      case "TRACK" -> track(detection);
      default ->
          throw new BlockException(
              "color_axis must be INDEX, CLASS or TRACK, not '%s'".formatted(axis));
    };
  }

  private Color track(Detection detection) {
    if (detection.trackerId() == null) {
      throw new BlockException(
          "Could not resolve color by track because Detections do not have tracker_id. Did you put a"
              + " tracker before this step?");
    }
    return detection.trackerId() == PENDING_TRACK ? Color.GREY : palette.at(detection.trackerId());
  }

  private static Palette palette(Choice choice) {
    return switch (choice.palette) {
      case "DEFAULT" -> Palette.DEFAULT;
      case "ROBOFLOW" -> Palette.ROBOFLOW;
      case "LEGACY" -> Palette.LEGACY;
      case "CUSTOM" ->
          new Palette(choice.custom.stream().map(c -> Color.parse(String.valueOf(c))).toList());
      default -> Palette.matplotlib(choice.palette.replace("Matplotlib ", ""), choice.size);
    };
  }
}
