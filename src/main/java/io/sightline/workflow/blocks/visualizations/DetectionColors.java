package io.sightline.workflow.blocks.visualizations;

import io.sightline.vision.Color;
import io.sightline.vision.Detection;
import io.sightline.vision.Palette;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.StepInput;
import java.util.List;

/** The colours of a step's detections. Keeps the palette as long as the fields stay the same. */
final class DetectionColors {
  static final String[] PALETTES = {
    "DEFAULT",
    "CUSTOM",
    "ROBOFLOW",
    "Matplotlib Viridis",
    "Matplotlib Plasma",
    "Matplotlib Inferno",
    "Matplotlib Magma",
    "Matplotlib Cividis",
    "Matplotlib Pastel1",
    "Matplotlib Pastel2",
    "Matplotlib Paired",
    "Matplotlib Accent",
    "Matplotlib Dark2",
    "Matplotlib Set1",
    "Matplotlib Set2",
    "Matplotlib Set3",
    "Matplotlib Tab10",
    "Matplotlib Tab20",
    "Matplotlib Tab20b",
    "Matplotlib Tab20c"
  };

  private static final int PENDING_TRACK = -1;
  private static final int MAX_COLORS = 4096;

  private record Choice(String palette, int size, List<?> custom) {}

  private Choice choice;
  private Palette palette;
  private String axis;

  /**
   * Takes over the fields of one frame.
   *
   * @throws BlockException where a colour or the palette is none
   */
  void use(StepInput input) {
    Choice wanted =
        new Choice(
            input.text("color_palette"),
            input.wholeNumber("palette_size"),
            input.list("custom_colors"));
    if (!wanted.equals(choice)) {
      palette = palette(wanted);
      choice = wanted;
    }
    axis = input.text("color_axis");
  }

  /** The colour of a detection at its place among the others. */
  Color of(Detection detection, int place) {
    return of(detection.classId(), detection.trackerId(), place);
  }

  /** The colour of something of a class at its place; null for no track. */
  Color of(int classId, Integer track, int place) {
    return switch (axis) {
      case "INDEX" -> at(place);
      case "CLASS" -> at(classId);
      case "TRACK" -> track(track);
      default ->
          throw new BlockException(
              "color_axis must be INDEX, CLASS or TRACK, not '%s'".formatted(axis));
    };
  }

  private Color track(Integer track) {
    if (track == null) {
      throw new BlockException(
          "Could not resolve color by track because Detections do not have tracker_id. Did you call"
              + " tracker.update_with_detections(...) before annotating?");
    }
    return track == PENDING_TRACK ? Color.GREY : at(track);
  }

  private Color at(int index) {
    if (palette == null) {
      throw new BlockException("A color palette must contain at least one color.");
    }
    return palette.at(index);
  }

  /** Null for one without colours, which only matters once one is asked for. */
  private static Palette palette(Choice choice) {
    return switch (choice.palette) {
      case "DEFAULT" -> Palette.DEFAULT;
      case "ROBOFLOW" -> Palette.ROBOFLOW;
      case "LEGACY" -> Palette.LEGACY;
      case "CUSTOM" -> custom(choice.custom);
      default -> Palette.matplotlib(choice.palette.replace("Matplotlib ", ""), choice.size);
    };
  }

  private static Palette custom(List<?> colors) {
    DrawingFields.check("the number of custom_colors", colors.size(), 0, MAX_COLORS);
    return colors.isEmpty()
        ? null
        : new Palette(colors.stream().map(c -> Color.parse(String.valueOf(c))).toList());
  }
}
