package io.sightline.vision;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One object that a model found.
 *
 * @param box pixels of the picture, xyxy
 * @param confidence 0 to 1; the float that a model gives, or the double of a request
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
    double confidence,
    int classId,
    String className,
    String id,
    Integer trackerId,
    ImageOrigin parent,
    ImageOrigin root,
    Map<Attribute, Object> attributes) {

  /** The {@link #classId} of a class that no model has. */
  public static final int NO_CLASS = Integer.MAX_VALUE;

  /** A fresh detection on {@code image}, nothing tracked or added yet. */
  public static Detection on(
      Image image, BoundingBox box, double confidence, int classId, String className, String id) {
    return new Detection(
        box, confidence, classId, className, id, null, image.parent(), image.root(), Map.of());
  }

  /** The {@link #classId} as others see it: Python's sys.maxsize in the place of none. */
  public Number classNumber() {
    if (classId == NO_CLASS) {
      return Long.MAX_VALUE;
    }
    return classId;
  }

  /** Its outline on the picture, null where the model gives none. */
  public Mask mask() {
    return (Mask) attributes.get(Attribute.MASK);
  }

  /** Its key points, empty where the model gives none. */
  @SuppressWarnings("unchecked")
  public List<Keypoint> keypoints() {
    return (List<Keypoint>) attributes.getOrDefault(Attribute.KEYPOINTS, List.of());
  }

  /** This detection elsewhere on the picture. */
  public Detection withBox(BoundingBox newBox) {
    return new Detection(
        newBox, confidence, classId, className, id, trackerId, parent, root, attributes);
  }

  /** This detection with another identity; null where nothing tracks it. */
  public Detection withTracker(Integer newTrackerId) {
    return new Detection(
        box, confidence, classId, className, id, newTrackerId, parent, root, attributes);
  }

  /** This detection of another class. */
  public Detection withClass(int newClassId, String newClassName, double newConfidence) {
    return new Detection(
        box, newConfidence, newClassId, newClassName, id, trackerId, parent, root, attributes);
  }

  /** This detection with these attributes, too. */
  public Detection withAll(Map<Attribute, Object> more) {
    if (more.isEmpty()) {
      return this;
    }
    Map<Attribute, Object> all = new EnumMap<>(Attribute.class);
    all.putAll(attributes);
    all.putAll(more);
    return exactly(all);
  }

  /** This detection with one attribute more or another; null says that there is no value. */
  public Detection with(Attribute attribute, Object value) {
    Map<Attribute, Object> all = new EnumMap<>(Attribute.class);
    all.putAll(attributes);
    all.put(attribute, value);
    return exactly(all);
  }

  /** This detection without an attribute. */
  public Detection without(Attribute attribute) {
    Map<Attribute, Object> all = new EnumMap<>(Attribute.class);
    all.putAll(attributes);
    all.remove(attribute);
    return exactly(all);
  }

  private Detection exactly(Map<Attribute, Object> all) {
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
