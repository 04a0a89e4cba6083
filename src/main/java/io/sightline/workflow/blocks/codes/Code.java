package io.sightline.workflow.blocks.codes;

/**
 * A code that was read.
 *
 * @param text what it says
 * @param x1 left edge, pixels
 * @param y1 top edge, pixels
 * @param x2 right edge, pixels
 * @param y2 bottom edge, pixels
 */
record Code(String text, float x1, float y1, float x2, float y2) {
  /** True where both say the same at about the same place. */
  boolean same(Code other) {
    return text.equals(other.text)
        && x1 < other.x2
        && other.x1 < x2
        && y1 < other.y2
        && other.y1 < y2;
  }
}
