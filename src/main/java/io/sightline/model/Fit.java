package io.sightline.model;

/**
 * Whether a network is of a family.
 *
 * @param layout how it is read; null where it is not of the family
 * @param missing what it lacks to be; null where it is, or is nothing like it
 */
record Fit(Layout layout, String missing) {
  /** Nothing like it. */
  static final Fit NONE = new Fit(null, null);

  static Fit of(Layout layout) {
    return new Fit(layout, null);
  }

  static Fit lacks(String what, Object... values) {
    return new Fit(null, what.formatted(values));
  }

  /** Like it but for the number of classes. */
  static Fit otherClasses(Tensors tensors, int room) {
    return lacks(
        "%d class names instead of %d, for which the output has room", room, tensors.names());
  }
}
