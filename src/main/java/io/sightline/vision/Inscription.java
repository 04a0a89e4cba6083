package io.sightline.vision;

/**
 * One line of text, ready to be drawn in any colour.
 *
 * @param width of the line, which may be wider than its ink, pixels
 * @param left edge of the ink in the line, pixels
 * @param ascent top edge of the ink above the base line, pixels
 * @param inkWidth pixels
 * @param inkHeight pixels
 * @param coverage how much of each pixel of the ink's rectangle is covered, in rows; not written
 */
public record Inscription(
    int width, int left, int ascent, int inkWidth, int inkHeight, byte[] coverage) {
  static final int MAX_PIXELS = 1 << 24;
}
