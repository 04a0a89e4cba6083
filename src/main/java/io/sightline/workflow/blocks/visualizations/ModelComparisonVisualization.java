package io.sightline.workflow.blocks.visualizations;

import io.sightline.vision.Canvas;
import io.sightline.vision.Color;
import io.sightline.vision.Detections;
import io.sightline.vision.Image;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.StepInput;

/** Tints what only one of two models found, and what neither did; leaves what both found. */
final class ModelComparisonVisualization implements Painter {
  private final Comparison comparison = new Comparison();

  /** Version 1. */
  public static final class V1 extends DrawingType {
    public V1() {
      super(
          DrawingFields.drawing(
                  "Model Comparison Visualization",
                  "Tints what only one of two models found, and what neither did.",
                  "roboflow_core/model_comparison_visualization@v1")
              .field(
                  Field.required(
                      "predictions_a", "What model A found.", DrawingFields.detections()))
              .field(DrawingFields.color("color_a", "GREEN", "Tint of what only A found."))
              .field(
                  Field.required(
                      "predictions_b", "What model B found.", DrawingFields.detections()))
              .field(DrawingFields.color("color_b", "RED", "Tint of what only B found."))
              .field(
                  DrawingFields.color("background_color", "BLACK", "Tint of what neither found."))
              .field(Field.fraction("opacity", 0.7, "The tints' share.")),
          ModelComparisonVisualization::new);
    }
  }

  @Override
  public void paint(StepInput input, Canvas canvas) {
    Color colorA = Color.parse(input.text("color_a"));
    Color colorB = Color.parse(input.text("color_b"));
    Color background = Color.parse(input.text("background_color"));
    double opacity = DrawingFields.share(input, "opacity");
    Image image = canvas.image();
    Detections a = input.detections("predictions_a");
    Detections b = input.detections("predictions_b");
    comparison.compare(image, a, b);
    comparison.tint(colorA, colorB, background, opacity);
  }

  @Override
  public void close() {
    comparison.close();
  }
}
