package io.sightline.workflow.blocks;

import io.sightline.vision.Image;
import io.sightline.vision.ImageScope;
import io.sightline.workflow.block.BlockException;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Values that a block keeps beyond the frame. Their pictures must live on and be let go of, and all
 * of them together must not take the machine's memory. For the one thread that runs the block.
 */
public final class KeptValues {
  private static final int MAX_DEPTH = 16;
  private static final int MEBIBYTE = 1 << 20;

  private final long limit;
  private long held;

  /** Keeps pictures of up to half a gibibyte. */
  public KeptValues() {
    this(512L * MEBIBYTE);
  }

  /**
   * @param limit bytes that the pictures may take
   */
  public KeptValues(long limit) {
    this.limit = limit;
  }

  /**
   * Keeps the pictures of a value; {@link #release} must follow.
   *
   * @throws BlockException where they are too many; then none is kept
   */
  public void retain(Object value) {
    long bytes = bytes(value);
    if (bytes > 0 && held + bytes > limit) {
      throw new BlockException(
          "the pictures to remember take more than %d MiB".formatted(limit / MEBIBYTE));
    }
    held += bytes;
    walk(value, 0, Image::retain);
  }

  /** Lets go of the pictures of a value that was kept. */
  public void release(Object value) {
    held -= bytes(value);
    walk(value, 0, Image::release);
  }

  /** Has the pictures of a kept value live as long as the frame, too. Returns the value. */
  public Object lend(Object value, ImageScope frame) {
    walk(value, 0, image -> frame.adopt(image.retain()));
    return value;
  }

  private static long bytes(Object value) {
    long[] sum = {0};
    walk(value, 0, image -> sum[0] += (long) image.width() * image.height() * image.channels());
    return sum[0];
  }

  /** Deeper values than this hold no pictures: blocks nest them a level or two. */
  private static void walk(Object value, int depth, Consumer<Image> visit) {
    if (value instanceof Image image) {
      visit.accept(image);
    } else if (depth < MAX_DEPTH && value instanceof Iterable<?> list) {
      list.forEach(element -> walk(element, depth + 1, visit));
    } else if (depth < MAX_DEPTH && value instanceof Map<?, ?> map) {
      map.values().forEach(element -> walk(element, depth + 1, visit));
    }
  }
}
