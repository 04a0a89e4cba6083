package io.sightline.workflow.blocks.codes;

import com.google.zxing.DecodeHintType;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.ResultPoint;
import com.google.zxing.common.BitArray;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.oned.MultiFormatOneDReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the codes that are rows of bars, level or upright, by trying line after line. */
final class LineCodes {
  private static final Map<DecodeHintType, ?> HINTS =
      Map.of(DecodeHintType.TRY_HARDER, Boolean.TRUE);

  /** About how many lines are tried in either direction. */
  private static final int LINES = 256;

  /** How many lines must say the same. */
  private static final int MIN_LINES = 2;

  private static final int MAX_IN_LINE = 8;

  private final BitMatrix matrix;
  private final boolean turned;
  private final MultiFormatOneDReader reader = new MultiFormatOneDReader(HINTS);
  private final List<Stack> stacks = new ArrayList<>();

  private LineCodes(BitMatrix matrix, boolean turned) {
    this.matrix = matrix;
    this.turned = turned;
  }

  /** What lines on top of each other say. */
  private static final class Stack {
    final Result first;
    final int top;
    int bottom;
    int lines = 1;
    float left;
    float right;

    Stack(Result first, int line) {
      this.first = first;
      top = line;
      bottom = line;
      left = left(first);
      right = right(first);
    }

    boolean takes(Result result, int line, int step) {
      if (line - bottom > 2 * step
          || result.getBarcodeFormat() != first.getBarcodeFormat()
          || !result.getText().equals(first.getText())
          || left(result) > right
          || right(result) < left) {
        return false;
      }
      bottom = line;
      lines++;
      left = Math.min(left, left(result));
      right = Math.max(right, right(result));
      return true;
    }
  }

  static List<Code> read(GreyPicture picture) {
    List<Code> codes = new ArrayList<>();
    BitMatrix matrix = picture.matrix();
    if (matrix != null) {
      codes.addAll(new LineCodes(matrix, false).scan());
      BitMatrix upright = matrix.clone();
      upright.rotate90();
      codes.addAll(new LineCodes(upright, true).scan());
    }
    return codes;
  }

  private List<Code> scan() {
    int step = Math.max(1, matrix.getHeight() / LINES);
    BitArray line = new BitArray(matrix.getWidth());
    for (int y = step / 2; y < matrix.getHeight(); y += step) {
      line = matrix.getRow(y, line);
      int from = 0;
      for (int i = 0; i < MAX_IN_LINE && from < matrix.getWidth(); i++) {
        Result result = decode(y, line);
        if (result == null) {
          break;
        }
        add(result, y, step);
        from = (int) right(result) + 1;
        blank(line, from);
      }
    }
    return stacks.stream().filter(s -> s.lines >= MIN_LINES).map(this::code).toList();
  }

  private Result decode(int y, BitArray line) {
    try {
      reader.reset();
      return reader.decodeRow(y, line, HINTS);
    } catch (ReaderException | RuntimeException e) {
      return null;
    }
  }

  private static void blank(BitArray line, int end) {
    for (int x = 0; x < Math.min(end, line.getSize()); x++) {
      if (line.get(x)) {
        line.flip(x);
      }
    }
  }

  private void add(Result result, int y, int step) {
    for (Stack stack : stacks) {
      if (stack.takes(result, y, step)) {
        return;
      }
    }
    stacks.add(new Stack(result, y));
  }

  private Code code(Stack stack) {
    String text = stack.first.getText();
    if (turned) {
      int last = matrix.getHeight() - 1;
      return new Code(text, last - stack.bottom, stack.left, last - stack.top, stack.right);
    }
    return new Code(text, stack.left, stack.top, stack.right, stack.bottom);
  }

  private static float left(Result result) {
    ResultPoint[] ends = result.getResultPoints();
    return Math.min(ends[0].getX(), ends[ends.length - 1].getX());
  }

  private static float right(Result result) {
    ResultPoint[] ends = result.getResultPoints();
    return Math.max(ends[0].getX(), ends[ends.length - 1].getX());
  }
}
