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

/** Reads the codes that fill areas, QR codes aside: the most distinct of each kind. */
final class AreaCodes {
  private static final Map<DecodeHintType, ?> HINTS =
      Map.of(DecodeHintType.TRY_HARDER, Boolean.TRUE);

  private AreaCodes() {}

  static List<Code> read(GreyPicture picture) {
    List<Code> codes = new ArrayList<>();
    List<Reader> readers = List.of(new DataMatrixReader(), new AztecReader(), new PDF417Reader());
    for (Reader reader : readers) {
      Code code = read(reader, picture.bitmap());
      if (code != null) {
        codes.add(code);
      }
    }
    return codes;
  }

  private static Code read(Reader reader, BinaryBitmap bitmap) {
    try {
      return code(reader.decode(bitmap, HINTS));
    } catch (ReaderException | RuntimeException e) {
      return null;
    }
  }

  private static Code code(Result result) {
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
    return new Code(result.getText(), x1, y1, x2, y2);
  }
}
