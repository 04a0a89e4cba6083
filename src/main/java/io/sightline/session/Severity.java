package io.sightline.session;

/** How much a status update matters; the numbers are those of Python's logging. */
public enum Severity {
  INFO(20),
  WARNING(30),
  ERROR(40);

  private final int level;

  Severity(int level) {
    this.level = level;
  }

  public int level() {
    return level;
  }
}
