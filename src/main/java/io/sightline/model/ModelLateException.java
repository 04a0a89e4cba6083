package io.sightline.model;

import java.util.function.BooleanSupplier;

/** A model that comes with the server took longer to load than it may. */
class ModelLateException extends ModelException {
  private static final long serialVersionUID = 1L;

  private final transient BooleanSupplier over;

  /**
   * @param over whether the load that was given up has ended after all
   */
  ModelLateException(String reason, BooleanSupplier over) {
    super(reason);
    this.over = over;
  }

  /** Whether it was only slow: it does not hang, and may be tried again. */
  boolean isOver() {
    return over.getAsBoolean();
  }
}
