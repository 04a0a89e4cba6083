package io.sightline.signaling;

import java.util.function.Consumer;

/**
 * Puts the parts of a text together up to a limit. What a longer one has beyond is dropped as it
 * comes, so that its sender can be told why instead of being cut off. Used by one thread at a time.
 */
final class MessageAssembly {
  /** Characters dropped of one text; whoever sends more is not waited for. */
  static final int DROPPED_MAX = 64 * 1024 * 1024;

  private final int limit;
  private final Consumer<String> whole;
  private final Runnable tooLarge;
  private final Runnable dropped;
  private StringBuilder text = new StringBuilder();
  private long excess;

  /**
   * @param limit characters of one text; a byte is at least what each takes
   * @param whole gets each text within the limit
   * @param tooLarge called when a text passes it, once
   * @param dropped called once after that, when the rest of the text is over
   */
  MessageAssembly(int limit, Consumer<String> whole, Runnable tooLarge, Runnable dropped) {
    this.limit = limit;
    this.whole = whole;
    this.tooLarge = tooLarge;
    this.dropped = dropped;
  }

  void add(String part, boolean last) {
    if (excess > 0 || text.length() + (long) part.length() > limit) {
      drop(part, last);
    } else if (last && text.length() == 0) {
      whole.accept(part);
    } else {
      text.append(part);
      if (last) {
        String message = text.toString();
        text = new StringBuilder();
        whole.accept(message);
      }
    }
  }

  private void drop(String part, boolean last) {
    boolean first = excess == 0;
    boolean over = excess > DROPPED_MAX;
    excess += part.length() + 1;
    if (first) {
      text = new StringBuilder();
      tooLarge.run();
    }
    if (!over && (last || excess > DROPPED_MAX)) {
      excess = DROPPED_MAX + 1L;
      dropped.run();
    }
  }
}
