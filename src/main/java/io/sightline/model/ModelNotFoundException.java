package io.sightline.model;

import java.util.Collection;

/** No model of that id is known; the message lists the ones that are. */
public class ModelNotFoundException extends ModelException {
  private static final long serialVersionUID = 1L;

  public ModelNotFoundException(String id, Collection<String> known) {
    super("no model '%s'; known models: %s".formatted(id, String.join(", ", known)));
  }
}
