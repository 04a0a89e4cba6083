package io.sightline.vision;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * One object that a model found.
 *
 * @param box pixels of the picture, xyxy
 * @param confidence 0 to 1
 * @param classId index into the model's class names
 * @param className the class's name
 * @param id unique for each detection
 * @param trackerId identity over frames, null where nothing tracks
 * @param parent the picture it was found on
 * @param root the frame that picture was cut from; equal to {@code parent} for a whole frame
 * @param attributes what blocks have added, unmodifiable
 */
public record Detection(
    BoundingBox box,
    float confidence,
    int classId,
    String className,
    String id,
    Integer trackerId,
    ImageOrigin parent,
    ImageOrigin root,
    Map<Attribute, Object> attributes) {

  /** A fresh detection on {@code image}, nothing tracked or added yet. */
  public static Detection on(
      Image image, BoundingBox box, float confidence, int classId, String className, String id) {
    return new Detection(
        box, confidence, classId, className, id, null, image.parent(), image.root(), Map.of());
  }

  /** This detection with one attribute more or another; null says that there is no value. */
  public Detection with(Attribute attribute, Object value) {
    Map<Attribute, Object> all = new EnumMap<>(Attribute.class);
    all.putAll(attributes);
    all.put(attribute, value);
    return new Detection(
        box,
        confidence,
        classId,
        className,
        id,
        trackerId,
        parent,
        root,
        Collections.unmodifiableMap(all));
  }
}
