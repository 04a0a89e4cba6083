package io.sightline.pipeline;

import io.sightline.vision.Caption;
import io.sightline.vision.Image;
import io.sightline.vision.ImageScope;
import io.sightline.workflow.Workflow.Output;
import io.sightline.workflow.WorkflowResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Chooses which output becomes the video, and says in a picture's stead why there is none. */
final class StreamOutput {
  /** The reference's words where a client has asked for no output while it takes video. */
  private static final String NAME_REQUIRED = "stream_output is required when render_output=True";

  /** The reference's words for a frame without a picture. */
  private static final List<String> NO_PICTURE =
      List.of(
          "Visualisation blocks were not executed",
          "or workflow was not configured to output visuals.",
          "Please try to adjust the scene so models detect objects",
          "or stop preview, update workflow and try again.");

  private static final int MAX_LINES = 16;
  private static final int MAX_LINE = 120;

  /**
   * What one frame shows, what its message says of it, whether something went wrong with it, and
   * whether it shows something else than what was asked for; no image where none is wanted.
   */
  record Choice(Image image, List<String> errors, boolean failed, boolean substitute) {
    private Choice(Image image, List<String> errors) {
      this(image, errors, !errors.isEmpty(), false);
    }

    private Choice with(Image other) {
      return new Choice(other, errors, failed, substitute);
    }
  }

  private final boolean video;
  private final String firstImage;
  private volatile Wanted wanted = new Wanted(null, false);

  /** What the client asked for last: names, null to choose, or no picture at all. */
  private record Wanted(List<String> names, boolean none) {}

  /**
   * @param video false where the client takes no video at all
   */
  StreamOutput(List<Output> outputs, boolean video) {
    this.video = video;
    firstImage = outputs.stream().filter(Output::image).map(Output::name).findFirst().orElse(null);
  }

  /** Null picks by itself, empty (or nothing but empty names) means the frame as it came in. */
  void names(List<String> requested) {
    List<String> names =
        requested == null
            ? null
            : requested.stream().filter(name -> name != null && !name.isEmpty()).toList();
    wanted = new Wanted(names, false);
  }

  /** No picture until names are given again. */
  void none() {
    wanted = new Wanted(List.of(), true);
  }

  List<String> names() {
    return wanted.names;
  }

  /** The picture of one frame; errors of the workflow come first. */
  Choice choose(Image input, WorkflowResult result, ImageScope scope) {
    return choose(input, result, null, scope);
  }

  /**
   * The same.
   *
   * @param toDraw errors of this frame's results, drawn on the picture with all others; null where
   *     none is drawn as long as there is a picture
   */
  Choice choose(Image input, WorkflowResult result, List<String> toDraw, ImageScope scope) {
    List<String> errors = new ArrayList<>(result.errors());
    if (toDraw != null) {
      errors.addAll(toDraw);
    }
    Choice choice = choose(input, result.outputs(), errors);
    boolean draw = choice.substitute || toDraw != null && !errors.isEmpty();
    return draw && choice.image != null
        ? choice.with(Caption.over(choice.image, drawn(errors), scope))
        : choice;
  }

  private Choice choose(Image input, Map<String, Object> outputs, List<String> errors) {
    Wanted now = wanted;
    if (!video || now.none) {
      return new Choice(null, errors);
    }
    List<String> names = now.names;
    if (names != null && names.isEmpty()) {
      boolean failed = !errors.isEmpty();
      errors.add(NAME_REQUIRED);
      return new Choice(input, errors, failed, false);
    }
    String name = names == null ? firstImage : names.get(0);
    Image image = name == null ? null : imageIn(outputs.get(name));
    if (image != null) {
      return new Choice(image, errors);
    }
    for (Map.Entry<String, Object> output : outputs.entrySet()) {
      image = imageIn(output.getValue());
      if (image != null) {
        if (names != null) {
          errors.add(
              "'%s' not found in workflow outputs, using '%s' instead"
                  .formatted(name, output.getKey()));
        }
        return new Choice(image, errors, !errors.isEmpty(), names != null);
      }
    }
    errors.addAll(NO_PICTURE);
    return new Choice(input, errors, true, true);
  }

  /** A picture, or the last one in a map of a step's outputs. */
  private static Image imageIn(Object value) {
    if (value instanceof Image image) {
      return image;
    }
    Image last = null;
    if (value instanceof Map<?, ?> outputs) {
      for (Object inner : outputs.values()) {
        last = inner instanceof Image image ? image : last;
      }
    }
    return last;
  }

  private static List<String> drawn(List<String> errors) {
    return errors.stream()
        .limit(MAX_LINES)
        .map(line -> line.length() > MAX_LINE ? line.substring(0, MAX_LINE) : line)
        .toList();
  }
}
