package io.sightline.workflow.blocks.visualizations;

import io.sightline.vision.Canvas;
import io.sightline.vision.Color;
import io.sightline.vision.Detection;
import io.sightline.workflow.block.StepInput;
import java.util.function.Function;

/** Draws the same shape for each detection, in its colour. */
final class EachDetection implements Painter {
  /** What is drawn for one detection. */
  interface Shape {
    void draw(Canvas canvas, Detection detection, Color color);
  }

  private final Function<StepInput, Shape> shapes;
  private final DetectionColors colors = new DetectionColors();

  /**
   * @param shapes reads and checks the fields that say what the shape is like
   */
  EachDetection(Function<StepInput, Shape> shapes) {
    this.shapes = shapes;
  }

  @Override
  public void paint(StepInput input, Canvas canvas) {
    colors.use(input);
    Shape shape = shapes.apply(input);
    int place = 0;
    for (Detection detection : input.detections("predictions")) {
      shape.draw(canvas, detection, colors.of(detection, place++));
    }
  }
}
