package io.sightline.vision;

import java.util.List;

/**
 * What a classifier says of one picture.
 *
 * @param classNames index is the class id; unmodifiable
 * @param scores one for each class, 0 to 1
 * @param imageWidth width of the picture, pixels
 * @param imageHeight height of the picture, pixels
 */
public record Classification(
    List<String> classNames, float[] scores, int imageWidth, int imageHeight) {}
