package io.sightline.model;

import io.sightline.vision.Attribute;
import io.sightline.vision.BoundingBox;
import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.vision.Image;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Makes detections, in the picture's pixels, of the candidates that a run has left.
 *
 * @param rounded whether corners are brought to whole pixels
 */
record FoundObjects(KeptClasses classes, boolean rounded) {

  /**
   * @param kept which of {@code candidates} to take, in this order
   * @param details of a candidate beside its box, by its place
   */
  Detections on(
      Image image,
      Placement placement,
      Candidates candidates,
      NonMaximumSuppression kept,
      DetectionOptions options,
      IntFunction<Map<Attribute, Object>> details) {
    List<Detection> found = new ArrayList<>(kept.count());
    for (int place = 0; place < kept.count(); place++) {
      int i = kept.kept(place);
      int classId = classes.id(candidates.classId(i));
      if (classId < 0) {
        continue;
      }
      String name = name(classId);
      BoundingBox box = box(placement, candidates, i);
      if (box != null && options.keeps(name)) {
        found.add(
            Detection.on(image, box, candidates.score(i), classId, name, DetectionIds.next())
                .withAll(details.apply(i)));
      }
    }
    return new Detections(found, image.width(), image.height());
  }

  private BoundingBox box(Placement placement, Candidates all, int i) {
    return placement.toPicture(all.x1(i), all.y1(i), all.x2(i), all.y2(i), rounded);
  }

  private String name(int classId) {
    List<String> names = classes.names();
    return classId < names.size() ? names.get(classId) : String.valueOf(classId);
  }
}
