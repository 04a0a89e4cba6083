package io.sightline.workflow.blocks.visualizations;

import io.sightline.vision.Canvas;
import io.sightline.vision.Detection;
import io.sightline.vision.Image;
import io.sightline.vision.Position;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockContext;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.FormException;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.StepInput;
import java.util.Map;

/** Draws a small picture at a place, or on each detection. */
final class IconVisualization implements Painter {
  private static final int MAX_SIZE = 4096;
  private static final int MAX_OFFSET = 1 << 24;
  private static final String DYNAMIC = "dynamic";

  private final Icon icon = new Icon();

  /** Version 1. */
  public static final class V1 extends DrawingType {
    public V1() {
      super(
          DrawingFields.drawing(
                  "Icon Visualization",
                  "Draws a small picture at a place, or on each detection.",
                  "roboflow_core/icon_visualization@v1",
                  "IconVisualization")
              .remark("an icon's transparency is not kept")
              .field(Field.required("icon", "The small picture.", Forms.reference(Kind.IMAGE)))
              .field(
                  Field.optional(
                      "mode",
                      DYNAMIC,
                      "Whether it is at a place or on detections.",
                      Forms.oneOf("static", DYNAMIC),
                      Forms.reference(Kind.STRING)))
              .field(
                  Field.optional(
                      "predictions",
                      null,
                      "The detections that it is drawn on.",
                      DrawingFields.detections(),
                      Forms.nothing()))
              .field(DrawingFields.wholeNumber("icon_width", 64, "Its width, pixels."))
              .field(DrawingFields.wholeNumber("icon_height", 64, "Its height, pixels."))
              .field(
                  Field.optional(
                      "position",
                      Position.TOP_CENTER.name(),
                      "Where on the detection it is.",
                      Forms.oneOf(DrawingFields.positions(true)),
                      Forms.reference(Kind.STRING),
                      Forms.nothing()))
              .field(place("x_position", "Its left edge; negative from the right, pixels."))
              .field(place("y_position", "Its top edge; negative from the bottom, pixels.")),
          IconVisualization::new);
    }

    @Override
    public void check(Map<String, Object> fields) {
      if (DYNAMIC.equals(fields.get("mode")) && fields.get("predictions") == null) {
        throw new FormException(
            "Value error, The 'predictions' field is required for dynamic mode");
      }
    }

    private static Field place(String name, String description) {
      return Field.optional(
          name,
          10,
          description,
          Forms.wholeNumber(),
          Forms.reference(Kind.INTEGER),
          Forms.nothing());
    }

    @Override
    public Block create(BlockContext context) {
      if (DYNAMIC.equals(context.constant("mode")) && context.fields().get("predictions") == null) {
        throw new BlockException("The 'predictions' field is required for dynamic mode");
      }
      return super.create(context);
    }
  }

  @Override
  public void paint(StepInput input, Canvas canvas) {
    int width = DrawingFields.within(input, "icon_width", 1, MAX_SIZE);
    int height = DrawingFields.within(input, "icon_height", 1, MAX_SIZE);
    Image target = canvas.image();
    if (input.text("mode").equals("static")) {
      int x = edge(input, "x_position", target.width(), width);
      int y = edge(input, "y_position", target.height(), height);
      icon.of(input.image("icon"), width, height);
      icon.paste(target, x + width / 2, y + height / 2);
    } else if (input.value("predictions") != null && input.value("position") != null) {
      Position position = DrawingFields.position(input, "position");
      icon.of(input.image("icon"), width, height);
      for (Detection detection : input.detections("predictions")) {
        icon.paste(
            target,
            DrawingFields.near(position.x(detection)),
            DrawingFields.near(position.y(detection)));
      }
    }
  }

  private static int edge(StepInput input, String name, int imageSize, int size) {
    int edge = DrawingFields.within(input, name, -MAX_OFFSET, MAX_OFFSET);
    return edge < 0 ? imageSize + edge - size : edge;
  }

  @Override
  public void close() {
    icon.close();
  }
}
