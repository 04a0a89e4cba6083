package io.sightline.workflow.blocks;

import io.sightline.vision.Image;
import io.sightline.vision.ImageScope;
import java.util.Map;

/** Values that a block keeps beyond the frame: their pictures must live on, and be let go of. */
public final class KeptValues {
  private static final int MAX_DEPTH = 16;

  private KeptValues() {}

  /** Keeps the pictures of a value; {@link #release} must follow. Returns the value. */
  public static Object retain(Object value) {
    walk(value, 0, Image::retain);
    return value;
  }

  /** Lets go of the pictures of a value that was kept. */
  public static void release(Object value) {
    walk(value, 0, Image::release);
  }

  /** Has the pictures of a kept value live as long as the frame, too. Returns the value. */
  public static Object lend(Object value, ImageScope frame) {
    walk(value, 0, image -> frame.adopt(image.retain()));
    return value;
  }

  /** True where the value is or holds a picture. */
  public static boolean hasImage(Object value) {
    boolean[] found = {false};
    walk(value, 0, image -> found[0] = true);
    return found[0];
  }

  private interface Visit {
    void image(Image image);
  }

  /** Deeper values than this hold no pictures: blocks nest them a level or two. */
  private static void walk(Object value, int depth, Visit visit) {
    if (value instanceof Image image) {
      visit.image(image);
    } else if (depth < MAX_DEPTH && value instanceof Iterable<?> list) {
      list.forEach(element -> walk(element, depth + 1, visit));
    } else if (depth < MAX_DEPTH && value instanceof Map<?, ?> map) {
      map.values().forEach(element -> walk(element, depth + 1, visit));
    }
  }
}
