package io.sightline.json;

/** A value has no form in JSON. */
public class ValueException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ValueException(String message) {
    super(message);
  }
}
