package io.sightline.vision;

/**
 * Where a picture was cut from.
 *
 * @param id identifier of the picture or detection that it came from
 * @param offsetX left edge inside the origin, pixels
 * @param offsetY top edge inside the origin, pixels
 * @param width width of the origin, pixels
 * @param height height of the origin, pixels
 */
public record ImageOrigin(String id, int offsetX, int offsetY, int width, int height) {
  /** Of a detection that was found on no picture, such as one around others. */
  public static final ImageOrigin NONE = whole("", 0, 0);

  /** A picture that was cut from nothing. */
  public static ImageOrigin whole(String id, int width, int height) {
    return new ImageOrigin(id, 0, 0, width, height);
  }

  /** False where at most the identifier is known. */
  public boolean placed() {
    return width > 0;
  }

  /** This place under another identifier. */
  public ImageOrigin named(String newId) {
    return new ImageOrigin(newId, offsetX, offsetY, width, height);
  }
}
