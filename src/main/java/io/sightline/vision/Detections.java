package io.sightline.vision;

import java.util.Iterator;
import java.util.List;

/**
 * The objects found on one picture, in the model's order.
 *
 * @param items unmodifiable
 * @param imageWidth width of the picture, pixels
 * @param imageHeight height of the picture, pixels
 * @param tracked true where a tracker has looked at them, also where it found nothing to follow
 */
public record Detections(List<Detection> items, int imageWidth, int imageHeight, boolean tracked)
    implements Iterable<Detection> {
  public Detections {
    items = List.copyOf(items);
  }

  /** Detections that are tracked where the first of them is. */
  public Detections(List<Detection> items, int imageWidth, int imageHeight) {
    this(items, imageWidth, imageHeight, !items.isEmpty() && items.get(0).trackerId() != null);
  }

  /** Other detections of the same picture, tracked where these are: a part of them, say. */
  public Detections with(List<Detection> newItems) {
    return new Detections(newItems, imageWidth, imageHeight, tracked);
  }

  public int size() {
    return items.size();
  }

  public boolean isEmpty() {
    return items.isEmpty();
  }

  @Override
  public Iterator<Detection> iterator() {
    return items.iterator();
  }
}
