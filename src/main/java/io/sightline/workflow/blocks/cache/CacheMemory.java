package io.sightline.workflow.blocks.cache;

import io.sightline.vision.Image;
import io.sightline.vision.ImageScope;
import io.sightline.workflow.block.BlockException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** The stored values of one workflow. Safe for use by several threads. */
final class CacheMemory implements AutoCloseable {
  static final int MAX_ENTRIES = 4096;
  static final long MAX_WEIGHT = 64L << 20;

  private record Key(String video, String name) {}

  private record Entry(Object value, long weight) {}

  private final Map<Key, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
  private long weight;

  /**
   * Stores a value in place of the one that has the name; pictures in it are retained.
   *
   * @throws BlockException where the value alone is more than the memory holds
   */
  synchronized void put(String video, String name, Object value) {
    long added = Weight.of(Arrays.asList(video, name, value), MAX_WEIGHT);
    Pictures.each(value, Image::retain);
    drop(entries.put(new Key(video, name), new Entry(value, added)));
    weight += added;
    Iterator<Entry> eldest = entries.values().iterator();
    while (weight > MAX_WEIGHT || entries.size() > MAX_ENTRIES) {
      Entry entry = eldest.next();
      eldest.remove();
      drop(entry);
    }
  }

  /** The value that has the name, its pictures on loan to {@code images}; null without one. */
  synchronized Object get(String video, String name, ImageScope images) {
    Entry entry = entries.get(new Key(video, name));
    if (entry == null) {
      return null;
    }
    Pictures.each(entry.value, image -> images.adopt(image.retain()));
    return entry.value;
  }

  private void drop(Entry entry) {
    if (entry != null) {
      weight -= entry.weight;
      Pictures.each(entry.value, Image::release);
    }
  }

  @Override
  public synchronized void close() {
    entries.values().forEach(this::drop);
    entries.clear();
  }
}
