package io.sightline.media;

/**
 * Counts since the start.
 *
 * @param received frames that came in
 * @param dropped frames that a newer one replaced, or that came after close
 * @param refused frames of an impossible size
 * @param waiting frames that wait now
 * @param measuredFps frames a second over the first probe frames, null before
 * @param width of the newest frame as shown, after rotation, pixels, 0 before the first
 * @param height of the newest frame as shown, after rotation, pixels, 0 before the first
 */
public record FrameSourceSnapshot(
    long received,
    long dropped,
    long refused,
    int waiting,
    Double measuredFps,
    int width,
    int height) {}
