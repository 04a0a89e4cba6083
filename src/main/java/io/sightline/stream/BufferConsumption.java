package io.sightline.stream;

/** Which of the frames that wait is read next. */
public enum BufferConsumption {
  /** The oldest: every one in order. */
  LAZY,
  /** The newest; the older ones are passed over. */
  EAGER
}
