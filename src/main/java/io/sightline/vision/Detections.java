package io.sightline.vision;

import java.util.Iterator;
import java.util.List;

/**
 * The objects found on one picture, in the model's order.
 *
 * @param items unmodifiable
 * @param imageWidth width of the picture, pixels; 0 where it is not known
 * @param imageHeight height of the picture, pixels; 0 where it is not known
 */
public record Detections(List<Detection> items, int imageWidth, int imageHeight)
    implements Iterable<Detection> {
  public Detections {
    items = List.copyOf(items);
  }

  /** Other detections of the same picture, such as some of these. */
  public Detections with(List<Detection> newItems) {
    return new Detections(newItems, imageWidth, imageHeight);
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
