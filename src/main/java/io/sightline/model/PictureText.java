package io.sightline.model;

import java.util.List;

/**
 * The text on a picture.
 *
 * @param text all of it, a line each
 * @param lines in the order of reading; unmodifiable
 */
public record PictureText(String text, List<TextLine> lines) {}
