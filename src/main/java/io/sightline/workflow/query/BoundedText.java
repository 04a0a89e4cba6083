package io.sightline.workflow.query;

/**
 * A text that can be looked at only so often: a regular expression that would run for ever on it
 * fails instead.
 */
final class BoundedText implements CharSequence {
  private static final int LOOKS = 2_000_000;

  private final String text;
  private int left = LOOKS;

  BoundedText(String text) {
    this.text = text;
  }

  @Override
  public char charAt(int index) {
    if (--left < 0) {
      throw new IllegalStateException(
          "the regular expression took more than "
              + LOOKS
              + " steps on "
              + length()
              + " characters");
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.substring(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
