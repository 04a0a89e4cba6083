package io.sightline.workflow.blocks.visualizations;

import io.sightline.vision.Canvas;
import io.sightline.vision.Color;
import io.sightline.vision.TextStyle;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.StepInput;
import io.sightline.workflow.query.OperationsForm;
import java.util.Map;

/** Writes a text with values in it on the picture. */
final class TextDisplay implements Painter {
  private static final int MAX_OFFSET = 1 << 24;
  private static final String OPERATIONS = "text_parameters_operations";

  private final TextPanel panel = new TextPanel();
  private TextTemplate template = TextTemplate.of("");

  /** Version 1. */
  public static final class V1 extends DrawingType {
    public V1() {
      super(
          DrawingFields.drawing(
                  "Text Display",
                  "Writes a text with values in it on the picture.",
                  "roboflow_core/text_display@v1")
              .field(
                  Field.required(
                      "text", "The text; {{ $parameters.name }} stands for a value.", Forms.text()))
              .field(
                  Field.optional(
                      "text_parameters",
                      Map.of(),
                      "The values by their names.",
                      Forms.map(
                          Forms.reference(),
                          Forms.text(),
                          Forms.wholeNumber(),
                          Forms.number(),
                          Forms.flag())))
              .field(
                  Field.optional(
                      OPERATIONS,
                      Map.of(),
                      "What is done with values before they are written, by their names.",
                      Forms.map(new OperationsForm())))
              .field(LabelFields.textColor())
              .field(
                  DrawingFields.color(
                      "background_color", "BLACK", "Colour of the ground, or transparent."))
              .field(Field.fraction("background_opacity", 1, "The ground's share."))
              .field(
                  Field.optional(
                      "font_scale",
                      1.0,
                      "Factor on the size of the text.",
                      Forms.number(0.1, 10),
                      Forms.reference(Kind.FLOAT)))
              .field(whole("font_thickness", 2, 1, 10, "Thickness of strokes, pixels."))
              .field(whole("padding", 10, 0, Integer.MAX_VALUE, "Room around the text, pixels."))
              .field(
                  Field.optional(
                      "text_align",
                      "left",
                      "Where shorter lines stand.",
                      Forms.oneOf("left", "center", "right"),
                      Forms.reference(Kind.STRING)))
              .field(whole("border_radius", 0, 0, Integer.MAX_VALUE, "Radius of corners, pixels."))
              .field(
                  Field.optional(
                      "position_mode",
                      "relative",
                      "Whether the text is at a pixel or beside an anchor.",
                      Forms.oneOf("absolute", "relative"),
                      Forms.reference(Kind.STRING)))
              .field(DrawingFields.wholeNumber("position_x", 0, "Left edge, pixels."))
              .field(DrawingFields.wholeNumber("position_y", 0, "Top edge, pixels."))
              .field(
                  Field.optional(
                      "anchor",
                      "top_left",
                      "The place of the picture, and of the text that lies on it.",
                      Forms.oneOf(PanelPlace.ANCHORS),
                      Forms.reference(Kind.STRING)))
              .field(DrawingFields.wholeNumber("offset_x", 10, "To the right of it, pixels."))
              .field(DrawingFields.wholeNumber("offset_y", 10, "Below it, pixels.")),
          TextDisplay::new);
    }
  }

  private static Field whole(String name, int defaultValue, int min, int max, String description) {
    return Field.optional(
        name,
        defaultValue,
        description,
        Forms.wholeNumber(min, max),
        Forms.reference(Kind.INTEGER));
  }

  @Override
  public void paint(StepInput input, Canvas canvas) {
    String text = input.text("text");
    if (!text.equals(template.source())) {
      template = TextTemplate.of(text);
    }
    String background = input.text("background_color");
    Color ground = background.equalsIgnoreCase("transparent") ? null : Color.parse(background);
    double scale = input.number("font_scale");
    DrawingFields.check("font_scale", scale, 0, LabelFields.MAX_SCALE);
    panel.style(
        new TextStyle(scale, DrawingFields.thickness(input, "font_thickness", 1)),
        Color.parse(input.text("text_color")),
        input.text("text_align"));
    panel.ground(
        ground,
        DrawingFields.share(input, "background_opacity"),
        LabelFields.room(input, "padding"),
        LabelFields.room(input, "border_radius"));
    panel.paint(
        canvas,
        template.filled(map(input, "text_parameters"), map(input, OPERATIONS), input.limits()),
        place(input));
  }

  private static Map<?, ?> map(StepInput input, String field) {
    return input.value(field) instanceof Map<?, ?> map ? map : Map.of();
  }

  private static PanelPlace place(StepInput input) {
    return input.text("position_mode").equals("absolute")
        ? PanelPlace.at(offset(input, "position_x"), offset(input, "position_y"))
        : PanelPlace.beside(
            input.text("anchor"), offset(input, "offset_x"), offset(input, "offset_y"));
  }

  private static int offset(StepInput input, String name) {
    return DrawingFields.within(input, name, -MAX_OFFSET, MAX_OFFSET);
  }

  @Override
  public void close() {
    panel.close();
  }
}
