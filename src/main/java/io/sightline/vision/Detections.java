package io.sightline.vision;

import java.util.Iterator;
import java.util.List;

/**
 * The objects found on one picture, in the model's order.
 *
 * @param items unmodifiable
 * @param imageWidth width of the picture, pixels
 * @param imageHeight height of the picture, pixels
 */
public record Detections(List<Detection> items, int imageWidth, int imageHeight)
    implements Iterable<Detection> {
  public Detections {
    items = List.copyOf(items);
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
