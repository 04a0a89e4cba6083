package io.sightline.workflow.blocks.codes;

import com.google.zxing.common.reedsolomon.GenericGF;
import com.google.zxing.common.reedsolomon.ReedSolomonEncoder;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.decoder.Version;
import io.sightline.workflow.block.BlockException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The bytes of a QR code, those that correct errors among them.
 *
 * @param version which size the code has
 * @param bytes in the order in which they are laid out
 */
record Codewords(Version version, int[] bytes) {
  private static final int VERSIONS = 40;
  private static final int[] PADDING = {0xec, 0x11};

  /**
   * The bytes of the smallest code that holds a text.
   *
   * @throws BlockException where none does
   */
  static Codewords of(List<Segment> text, ErrorCorrectionLevel level) {
    for (int number = 1; number <= VERSIONS; number++) {
      Version version = Version.getVersionForNumber(number);
      Version.ECBlocks blocks = version.getECBlocksForLevel(level);
      int capacity = version.getTotalCodewords() - blocks.getTotalECCodewords();
      int fixed = number;
      if (text.stream().mapToInt(segment -> segment.bits(fixed)).sum() <= 8 * capacity) {
        return new Codewords(version, interleaved(padded(text, number, capacity), blocks));
      }
    }
    throw new BlockException(
        "the text is too long for a QR code with error correction %s".formatted(level));
  }

  private static int[] padded(List<Segment> text, int version, int capacity) {
    Bits bits = new Bits(capacity);
    text.forEach(segment -> segment.write(bits, version));
    bits.append(0, Math.min(4, 8 * capacity - bits.size()));
    bits.append(0, (8 - bits.size() % 8) % 8);
    for (int i = 0; bits.size() < 8 * capacity; i++) {
      bits.append(PADDING[i % 2], 8);
    }
    return bits.bytes();
  }

  private static int[] interleaved(int[] bytes, Version.ECBlocks blocks) {
    int corrections = blocks.getECCodewordsPerBlock();
    List<int[]> parts = new ArrayList<>();
    ReedSolomonEncoder encoder = new ReedSolomonEncoder(GenericGF.QR_CODE_FIELD_256);
    int from = 0;
    for (Version.ECB kind : blocks.getECBlocks()) {
      for (int i = 0; i < kind.getCount(); i++) {
        int length = kind.getDataCodewords();
        int[] part =
            Arrays.copyOf(Arrays.copyOfRange(bytes, from, from + length), length + corrections);
        encoder.encode(part, corrections);
        parts.add(part);
        from += length;
      }
    }
    int[] all = new int[from + corrections * parts.size()];
    int longest = parts.get(parts.size() - 1).length - corrections;
    int at = 0;
    for (int i = 0; i < longest; i++) {
      for (int[] part : parts) {
        if (i < part.length - corrections) {
          all[at++] = part[i];
        }
      }
    }
    for (int i = 0; i < corrections; i++) {
      for (int[] part : parts) {
        all[at++] = part[part.length - corrections + i];
      }
    }
    return all;
  }
}
