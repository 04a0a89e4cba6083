package io.sightline.model;

import io.sightline.vision.BoundingBox;

/**
 * A piece of text on a picture.
 *
 * @param box upright rectangle around it, pixels of the picture
 * @param text what it says, empty where nothing was read
 * @param confidence that there is text, 0 to 1
 */
public record TextLine(BoundingBox box, String text, float confidence) {}
