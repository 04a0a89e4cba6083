package io.sightline.workflow.blocks.codes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Part of a QR code's text in one mode.
 *
 * @param data the part's bytes
 */
record Segment(Mode mode, byte[] data) {
  private static final String LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

  /** Shorter parts stay in the mode of what is around them. */
  private static final int MIN_LENGTH = 20;

  private static final int[] DIGIT_BITS = {0, 4, 7, 10};

  /** How letters are written; with the widths of the length for small, middle and large codes. */
  enum Mode {
    DIGITS(1, 10, 12, 14),
    LETTERS(2, 9, 11, 13),
    BYTES(4, 8, 16, 16);

    private final int indicator;
    private final int[] lengthBits;

    Mode(int indicator, int... lengthBits) {
      this.indicator = indicator;
      this.lengthBits = lengthBits;
    }
  }

  /** The parts of a text: long runs of digits and of capitals by themselves. */
  static List<Segment> split(byte[] text) {
    List<Segment> parts = new ArrayList<>();
    for (Segment part : runs(text, Mode.DIGITS, text.length, Segment::isDigit)) {
      if (part.mode == Mode.DIGITS) {
        parts.add(part);
      } else {
        parts.addAll(runs(part.data, Mode.LETTERS, text.length, b -> LETTERS.indexOf(b) >= 0));
      }
    }
    return parts;
  }

  private static boolean isDigit(int b) {
    return b >= '0' && b <= '9';
  }

  /** Parts in {@code mode} and others; of a short text either all or nothing is in it. */
  private static List<Segment> runs(byte[] data, Mode mode, int whole, IntPredicate in) {
    List<Segment> parts = new ArrayList<>();
    int least = whole > MIN_LENGTH ? MIN_LENGTH : Math.max(1, trimmed(data));
    int done = 0;
    for (int from = 0, to = 0; from < data.length; from = to + 1) {
      to = from;
      while (to < data.length && in.test(data[to])) {
        to++;
      }
      if (to - from >= least) {
        add(parts, Mode.BYTES, data, done, from);
        add(parts, mode, data, from, to);
        done = to;
      }
    }
    add(parts, Mode.BYTES, data, done, data.length);
    return parts;
  }

  /** A line feed at the end does not count. */
  private static int trimmed(byte[] data) {
    return data.length > 0 && data[data.length - 1] == '\n' ? data.length - 1 : data.length;
  }

  private static void add(List<Segment> parts, Mode mode, byte[] data, int from, int to) {
    if (to > from) {
      parts.add(new Segment(mode, Arrays.copyOfRange(data, from, to)));
    }
  }

  /** How many bits it takes in a code of this version. */
  int bits(int version) {
    int length = data.length;
    return 4
        + lengthBits(version)
        + switch (mode) {
          case DIGITS -> length / 3 * 10 + DIGIT_BITS[length % 3];
          case LETTERS -> length / 2 * 11 + length % 2 * 6;
          case BYTES -> 8 * length;
        };
  }

  private int lengthBits(int version) {
    return mode.lengthBits[version < 10 ? 0 : version < 27 ? 1 : 2];
  }

  /** Writes it as a code of this version has it. */
  void write(Bits bits, int version) {
    bits.append(mode.indicator, 4);
    bits.append(data.length, lengthBits(version));
    switch (mode) {
      case DIGITS -> {
        for (int i = 0; i < data.length; i += 3) {
          int to = Math.min(data.length, i + 3);
          int value = 0;
          for (int d = i; d < to; d++) {
            value = value * 10 + data[d] - '0';
          }
          bits.append(value, DIGIT_BITS[to - i]);
        }
      }
      case LETTERS -> {
        for (int i = 0; i < data.length; i += 2) {
          int value = LETTERS.indexOf(data[i]);
          if (i + 1 < data.length) {
            bits.append(value * LETTERS.length() + LETTERS.indexOf(data[i + 1]), 11);
          } else {
            bits.append(value, 6);
          }
        }
      }
      default -> {
        for (byte b : data) {
          bits.append(b & 0xff, 8);
        }
      }
    }
  }
}
