package io.sightline.vision;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Detections of several finders as those of one, as supervision joins them. */
public final class DetectionsUnion {
  private DetectionsUnion() {}

  /**
   * All detections in their order. Empty ones count for nothing; the size of the picture is that of
   * the last others.
   *
   * @throws VisionException where some have identities, masks or attributes and others have not
   */
  public static Detections of(List<Detections> parts) {
    List<Detections> filled = parts.stream().filter(part -> !part.isEmpty()).toList();
    if (filled.size() <= 1) {
      return filled.isEmpty() ? new Detections(List.of(), 0, 0) : filled.get(0);
    }
    check(filled.stream().map(part -> part.items().get(0)).toList());
    List<Detection> all = new ArrayList<>();
    filled.forEach(part -> all.addAll(part.items()));
    Detections last = filled.get(filled.size() - 1);
    return new Detections(all, last.imageWidth(), last.imageHeight());
  }

  /**
   * Makes sure that one of these says about itself what the others say.
   *
   * @throws VisionException where one does not
   */
  public static void check(List<Detection> detections) {
    Detection first = detections.get(0);
    Set<Attribute> attributes = attributes(first);
    for (Detection other : detections) {
      same("mask", first.mask() == null, other.mask() == null);
      same("tracker_id", first.trackerId() == null, other.trackerId() == null);
      if (!attributes.equals(attributes(other))
          || knowledge(first.parent()) != knowledge(other.parent())
          || knowledge(first.root()) != knowledge(other.root())) {
        throw new VisionException("All data dictionaries must have the same keys to merge.");
      }
      if (first.mask() != null && !first.mask().sameSize(other.mask())) {
        throw new VisionException(
            "masks of pictures of different size cannot be joined: %dx%d and %dx%d"
                .formatted(
                    first.mask().imageWidth(),
                    first.mask().imageHeight(),
                    other.mask().imageWidth(),
                    other.mask().imageHeight()));
      }
    }
  }

  private static Set<Attribute> attributes(Detection detection) {
    Set<Attribute> attributes = EnumSet.noneOf(Attribute.class);
    attributes.addAll(detection.attributes().keySet());
    attributes.remove(Attribute.MASK);
    return attributes;
  }

  /** 0 where a picture is not known, 1 where only its identifier is, 2 where its place is. */
  private static int knowledge(ImageOrigin origin) {
    return origin.equals(ImageOrigin.NONE) ? 0 : origin.placed() ? 2 : 1;
  }

  private static void same(String field, boolean one, boolean other) {
    if (one != other) {
      throw new VisionException("All or none of the '" + field + "' fields must be None");
    }
  }
}
