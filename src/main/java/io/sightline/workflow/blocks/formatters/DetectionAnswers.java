package io.sightline.workflow.blocks.formatters;

import io.sightline.vision.BoundingBox;
import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.vision.Image;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Gathers the detections that a language model's answer tells of. */
final class DetectionAnswers {
  private final Image image;
  private final Map<Object, Integer> ids;
  private final List<Detection> found = new ArrayList<>();

  DetectionAnswers(Image image, List<?> classes) {
    this.image = image;
    this.ids = VlmFields.ids(classes == null ? List.of() : classes);
  }

  int width() {
    return image.width();
  }

  int height() {
    return image.height();
  }

  /** Adds one of a known or an unknown class, its corners rounded to whole pixels. */
  void add(double x1, double y1, double x2, double y2, String className, double confidence) {
    BoundingBox box = new BoundingBox(rounded(x1), rounded(y1), rounded(x2), rounded(y2));
    add(box, id(className), className, confidence);
  }

  private static float rounded(double coordinate) {
    return (float) Math.rint(coordinate);
  }

  int id(String className) {
    return ids.getOrDefault(className, -1);
  }

  void add(BoundingBox box, int classId, String className, double confidence) {
    found.add(
        Detection.on(image, box, confidence, classId, className, UUID.randomUUID().toString()));
  }

  Detections detections() {
    return new Detections(found, image.width(), image.height());
  }
}
