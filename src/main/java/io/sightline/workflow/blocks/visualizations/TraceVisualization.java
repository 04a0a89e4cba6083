package io.sightline.workflow.blocks.visualizations;

import io.sightline.vision.Canvas;
import io.sightline.vision.Color;
import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.vision.Position;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.StepInput;
import java.util.List;

/** Draws where tracked objects came from. */
final class TraceVisualization implements Painter {
  private static final int PENDING_TRACK = -1;
  private static final int MAX_LENGTH = 10_000;

  private final DetectionColors colors = new DetectionColors();
  private final Traces traces = new Traces();

  /** Version 1. */
  public static final class V1 extends DrawingType {
    public V1() {
      super(
          DrawingFields.drawing(
                  "Trace Visualization",
                  "Draws where tracked objects came from.",
                  "roboflow_core/trace_visualization@v1")
              .field(DrawingFields.predictions())
              .fields(DrawingFields.colors())
              .field(DrawingFields.position("position", Position.CENTER, true))
              .field(Field.positive("trace_length", 30, "Length of a trace, frames."))
              .field(Field.positive("thickness", 1, "Thickness of a trace, pixels.")),
          TraceVisualization::new);
    }
  }

  @Override
  public void paint(StepInput input, Canvas canvas) {
    Detections detections = input.detections("predictions");
    if (!detections.tracked()) {
      throw new BlockException(
          "Expected tracked predictions in `roboflow_core/trace_visualization@v1` block.");
    }
    colors.use(input);
    Position position = DrawingFields.position(input, "position");
    int length = DrawingFields.within(input, "trace_length", 1, MAX_LENGTH);
    int thickness = DrawingFields.thickness(input, "thickness", 1);
    List<Detection> tracked =
        detections.items().stream()
            .filter(d -> d.trackerId() != null && d.trackerId() != PENDING_TRACK)
            .toList();
    traces.add(tracked, position, length);
    int[][][] paths = traces.of(tracked);
    for (int place = 0; place < paths.length; place++) {
      Color color = colors.of(tracked.get(place), place);
      if (paths[place].length > 1) {
        canvas.path(paths[place], false, color, thickness);
      }
    }
  }
}
