package io.sightline.vision;

/** A picture or a value about one is not what it has to be. */
public class VisionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public VisionException(String message) {
    super(message);
  }

  public VisionException(String message, Throwable cause) {
    super(message, cause);
  }
}
