package io.sightline.media.capture;

/**
 * A source cannot be captured, and trying again would not help. Messages name a source by scheme,
 * host and port at most: whatever else stands in its address may be a secret.
 */
public class CaptureException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CaptureException(String message) {
    super(message);
  }

  CaptureException(String message, Throwable cause) {
    super(message, cause);
  }
}
