package io.sightline.model;

/** Why a model does not load, in a sentence that names it. */
final class LoadFailure {
  private LoadFailure() {}

  static ModelException of(String id, Throwable e) {
    return new ModelException(reason(id, e), e);
  }

  private static String reason(String id, Throwable e) {
    Throwable root = e;
    while (root.getCause() != null && e instanceof LinkageError) {
      root = root.getCause();
    }
    return e instanceof LinkageError
        ? "model '%s' needs a native library that does not load: %s".formatted(id, root)
        : "model '%s' does not load: %s"
            .formatted(id, e instanceof ModelException ? e.getMessage() : e);
  }
}
