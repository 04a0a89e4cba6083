package io.sightline.model;

import java.util.Arrays;

/** COCO's annotations number 80 classes from 1 to 90, with gaps. */
final class CocoNumbers {
  /** How many classes there are. */
  static final int CLASSES = 80;

  /** How many numbers there are, with 0 that stands for none. */
  static final int NUMBERS = 91;

  private static final int[] GAPS = {0, 12, 26, 29, 30, 45, 66, 68, 69, 71, 83};

  private CocoNumbers() {}

  /** The place among the 80 of the class of this number; -1 where it stands for none. */
  static int classOf(int number) {
    int gaps = Arrays.binarySearch(GAPS, number);
    return gaps >= 0 || number < 0 || number >= NUMBERS ? -1 : number + gaps + 1;
  }
}
