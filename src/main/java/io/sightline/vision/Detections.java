package io.sightline.vision;

import java.util.Iterator;
import java.util.List;

/**
 * The objects found on one picture, in the model's order.
 *
 * @param items unmodifiable
 * @param imageWidth width of the picture, pixels; 0 where it is not known
 * @param imageHeight height of the picture, pixels; 0 where it is not known
 * @param tracked true where a tracker has looked at them, also where it found nothing to follow
 * @param masked true where they come with masks, also where there are none
 */
public record Detections(
    List<Detection> items, int imageWidth, int imageHeight, boolean tracked, boolean masked)
    implements Iterable<Detection> {
  public Detections {
    items = List.copyOf(items);
  }

  /** Detections that have masks where the first one has. */
  public Detections(List<Detection> items, int imageWidth, int imageHeight, boolean tracked) {
    this(
        items,
        imageWidth,
        imageHeight,
        tracked,
        !items.isEmpty() && items.get(0).attributes().containsKey(Attribute.MASK));
  }

  /** Detections that are tracked where the first one is, with masks where it has one. */
  public Detections(List<Detection> items, int imageWidth, int imageHeight) {
    this(items, imageWidth, imageHeight, !items.isEmpty() && items.get(0).trackerId() != null);
  }

  /** Other detections of the same picture, tracked and masked as these are: a part, say. */
  public Detections with(List<Detection> newItems) {
    return new Detections(newItems, imageWidth, imageHeight, tracked, masked);
  }

  public int size() {
    return items.size();
  }

  public boolean isEmpty() {
    return items.isEmpty();
  }

  /** True where there are detections and the size of their picture is known. */
  public boolean sized() {
    return !items.isEmpty() && imageWidth > 0;
  }

  @Override
  public Iterator<Detection> iterator() {
    return items.iterator();
  }
}
