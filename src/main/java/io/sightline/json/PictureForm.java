package io.sightline.json;

/**
 * How pictures are written.
 *
 * @param jpegQuality 1 to 100
 * @param origins whether a picture that was cut from another says from where
 * @param asReceived whether a picture that only passed through is written as the request wrote it
 */
public record PictureForm(int jpegQuality, boolean origins, boolean asReceived) {
  /** In the results of a live session: the picture and its frame. */
  public static PictureForm stream(int jpegQuality) {
    return new PictureForm(jpegQuality, false, false);
  }

  /** In the answer to a request. */
  public static PictureForm answer(int jpegQuality) {
    return new PictureForm(jpegQuality, true, true);
  }
}
