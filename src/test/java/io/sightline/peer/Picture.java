package io.sightline.peer;

/**
 * A picture that came back.
 *
 * @param number its bar code, -1 where that cannot be read
 * @param latencyNanos from push to sink, -1 where the number cannot be read
 * @param width pixels
 * @param height pixels
 * @param brightness of the picture's centre, 16 to 235
 * @param green pixels of the upper left that are as green as lettering and no film is
 */
public record Picture(
    int number, long latencyNanos, int width, int height, int brightness, int green) {}
