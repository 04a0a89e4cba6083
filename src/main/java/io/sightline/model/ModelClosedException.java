package io.sightline.model;

/** A model was called after the server had closed it. */
public class ModelClosedException extends ModelException {
  private static final long serialVersionUID = 1L;

  public ModelClosedException(String id) {
    super("model '%s' is closed".formatted(id));
  }
}
