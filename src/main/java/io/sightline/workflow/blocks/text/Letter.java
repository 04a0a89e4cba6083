package io.sightline.workflow.blocks.text;

import io.sightline.vision.BoundingBox;
import io.sightline.vision.Detection;
import java.util.ArrayList;
import java.util.List;

/**
 * A word or letter that was found, seen along its line.
 *
 * @param text what it says: the class of its detection
 * @param start its edge along the line that comes first on the picture, pixels
 * @param along its middle along the line, pixels
 * @param edge its edge across the line, top or left, pixels
 * @param across its middle across the line, pixels
 * @param length its size along the line, pixels
 * @param height its size across the line, pixels
 */
record Letter(
    String text,
    double start,
    double along,
    double edge,
    double across,
    double length,
    double height) {

  static List<Letter> of(Iterable<Detection> detections, ReadingDirection direction) {
    List<Letter> letters = new ArrayList<>();
    for (Detection detection : detections) {
      BoundingBox box = detection.box();
      Letter level = level(detection.className(), box.x1(), box.y1(), box.x2(), box.y2());
      Letter upright = level(detection.className(), box.y1(), box.x1(), box.y2(), box.x2());
      letters.add(direction.vertical() ? upright : level);
    }
    return letters;
  }

  private static Letter level(String text, double x1, double y1, double x2, double y2) {
    return new Letter(text, x1, (x1 + x2) / 2, y1, (y1 + y2) / 2, x2 - x1, y2 - y1);
  }
}
