package io.sightline.workflow.blocks.codes;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.Reader;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.ResultPoint;
import com.google.zxing.aztec.AztecReader;
import com.google.zxing.datamatrix.DataMatrixReader;
import com.google.zxing.pdf417.PDF417Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads the codes that fill areas, QR codes aside. Some are only found where the middle of the
 * picture lies on them, so that parts of it are tried as well.
 */
final class AreaCodes {
  private static final Map<DecodeHintType, ?> HINTS =
      Map.of(DecodeHintType.TRY_HARDER, Boolean.TRUE);

  /** Parts, half as wide and high as the picture, in either direction; each overlaps the next. */
  private static final int PARTS = 3;

  private AreaCodes() {}

  static List<Code> read(GreyPicture picture) {
    List<Code> codes = new ArrayList<>();
    add(codes, read(new PDF417Reader(), picture.bitmap(), 0, 0));
    fromMiddle(codes, picture.bitmap(), 0, 0);
    int width = picture.bitmap().getWidth() / 2;
    int height = picture.bitmap().getHeight() / 2;
    for (int i = 0; i < PARTS * PARTS && width > 0 && height > 0; i++) {
      int left = i % PARTS * width / (PARTS - 1);
      int top = i / PARTS * height / (PARTS - 1);
      fromMiddle(codes, picture.bitmap().crop(left, top, width, height), left, top);
    }
    return codes;
  }

  private static void fromMiddle(List<Code> codes, BinaryBitmap part, int left, int top) {
    add(codes, read(new DataMatrixReader(), part, left, top));
    add(codes, read(new AztecReader(), part, left, top));
  }

  private static void add(List<Code> codes, Code code) {
    if (code != null && codes.stream().noneMatch(code::same)) {
      codes.add(code);
    }
  }

  private static Code read(Reader reader, BinaryBitmap bitmap, int left, int top) {
    try {
      return code(reader.decode(bitmap, HINTS), left, top);
    } catch (ReaderException | RuntimeException e) {
      return null;
    }
  }

  private static Code code(Result result, int left, int top) {
    float x1 = Float.MAX_VALUE;
    float y1 = Float.MAX_VALUE;
    float x2 = 0;
    float y2 = 0;
    for (ResultPoint point : result.getResultPoints()) {
      if (point != null) {
        x1 = Math.min(x1, point.getX());
        y1 = Math.min(y1, point.getY());
        x2 = Math.max(x2, point.getX());
        y2 = Math.max(y2, point.getY());
      }
    }
    return new Code(result.getText(), left + x1, top + y1, left + x2, top + y2);
  }
}
