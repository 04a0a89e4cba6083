package io.sightline.model;

/** A model does not load just now: other models need the memory, or it is still being fetched. */
public class ModelRoomException extends ModelException {
  private static final long serialVersionUID = 1L;

  public ModelRoomException(String message) {
    super(message);
  }
}
