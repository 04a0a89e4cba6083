package io.sightline.model;

import java.util.function.BooleanSupplier;

/**
 * A load took longer than it may, and nothing says that the model hangs: it comes with the server,
 * or was still looked through.
 */
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
