package io.sightline.peer;

/**
 * What a test client sends.
 *
 * @param width pixels
 * @param height pixels
 * @param fps frames a second
 * @param codec the only codec to offer, such as "VP8"; null offers all
 * @param people true for a street with people in it, so that a detector has something to find;
 *     false for colour blocks
 */
public record Film(int width, int height, double fps, String codec, boolean people) {
  /** Colour blocks. */
  public Film(int width, int height, double fps, String codec) {
    this(width, height, fps, codec, false);
  }

  /** 640x480 at 30 frames a second in VP8. */
  public static Film small() {
    return new Film(640, 480, 30, "VP8");
  }

  /** 1280x720 at 30 frames a second in VP8. */
  public static Film large() {
    return new Film(1280, 720, 30, "VP8");
  }

  Footage footage() {
    return people ? Street.of(width, height) : new MovingPicture(width, height);
  }
}
