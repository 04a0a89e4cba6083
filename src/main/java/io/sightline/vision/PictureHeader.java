package io.sightline.vision;

import java.util.Optional;

/**
 * What a picture's file says of its size, read without decoding it, so that a small file cannot ask
 * for much memory. Formats that are not known here are not decoded at all.
 *
 * @param format PNG, JPEG, WebP, BMP or GIF
 * @param width pixels
 * @param height pixels
 */
record PictureHeader(String format, long width, long height) {
  private static final int JPEG_MARKER = 0xFF;

  /** The header of a file; empty where it has another format or breaks off. */
  static Optional<PictureHeader> of(byte[] file) {
    try {
      if (starts(file, 0, 0x89, 'P', 'N', 'G') && starts(file, 12, 'I', 'H', 'D', 'R')) {
        return png(file);
      }
      if (starts(file, 0, JPEG_MARKER, 0xD8, JPEG_MARKER)) {
        return jpeg(file);
      }
      if (starts(file, 0, 'R', 'I', 'F', 'F') && starts(file, 8, 'W', 'E', 'B', 'P')) {
        return webp(file);
      }
      if (starts(file, 0, 'G', 'I', 'F', '8')) {
        return found("GIF", little(file, 6, 2), little(file, 8, 2));
      }
      return starts(file, 0, 'B', 'M') ? bmp(file) : Optional.empty();
    } catch (IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  private static Optional<PictureHeader> found(String format, long width, long height) {
    return width > 0 && height > 0
        ? Optional.of(new PictureHeader(format, width, height))
        : Optional.empty();
  }

  /**
   * The header chunk, PNG 11.2.1, where every chunk lies inside of the file: the decoder makes room
   * for a chunk of any length that is announced.
   */
  private static Optional<PictureHeader> png(byte[] file) {
    long at = 8;
    while (!starts(file, (int) at + 4, 'I', 'E', 'N', 'D')) {
      at += 12 + big(file, (int) at, 4);
      if (at > file.length - 12) {
        return Optional.empty();
      }
    }
    return found("PNG", big(file, 16, 4), big(file, 20, 4));
  }

  /** The first frame header, ITU-T T.81, B.2.2. */
  private static Optional<PictureHeader> jpeg(byte[] file) {
    int at = 2;
    while (true) {
      if ((file[at] & 0xFF) != JPEG_MARKER) {
        return Optional.empty();
      }
      int marker = file[at + 1] & 0xFF;
      if (marker == JPEG_MARKER) {
        at++;
      } else if (marker == 0x01 || marker >= 0xD0 && marker <= 0xD8) {
        at += 2;
      } else if (marker >= 0xC0
          && marker <= 0xCF
          && marker != 0xC4
          && marker != 0xC8
          && marker != 0xCC) {
        return found("JPEG", big(file, at + 7, 2), big(file, at + 5, 2));
      } else if (marker == 0xD9 || marker == 0xDA) {
        return Optional.empty();
      } else {
        at += 2 + (int) Math.max(2, big(file, at + 2, 2));
      }
    }
  }

  /** One of the three kinds of first chunk, RFC 9649, section 2. */
  private static Optional<PictureHeader> webp(byte[] file) {
    if (starts(file, 12, 'V', 'P', '8', 'X')) {
      return found("WebP", 1 + little(file, 24, 3), 1 + little(file, 27, 3));
    }
    if (starts(file, 12, 'V', 'P', '8', 'L') && file[20] == 0x2F) {
      long bits = little(file, 21, 4);
      return found("WebP", 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF));
    }
    if (starts(file, 12, 'V', 'P', '8', ' ') && starts(file, 23, 0x9D, 0x01, 0x2A)) {
      return found("WebP", little(file, 26, 2) & 0x3FFF, little(file, 28, 2) & 0x3FFF);
    }
    return Optional.empty();
  }

  /** The height may be negative there, for rows from the top. */
  private static Optional<PictureHeader> bmp(byte[] file) {
    if (little(file, 14, 4) == 12) {
      return found("BMP", little(file, 18, 2), little(file, 20, 2));
    }
    return found("BMP", Math.abs((int) little(file, 18, 4)), Math.abs((int) little(file, 22, 4)));
  }

  private static boolean starts(byte[] file, int at, int... bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (at + i >= file.length || (file[at + i] & 0xFF) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  private static long big(byte[] file, int at, int count) {
    long value = 0;
    for (int i = 0; i < count; i++) {
      value = value << 8 | file[at + i] & 0xFF;
    }
    return value;
  }

  private static long little(byte[] file, int at, int count) {
    long value = 0;
    for (int i = count - 1; i >= 0; i--) {
      value = value << 8 | file[at + i] & 0xFF;
    }
    return value;
  }
}
