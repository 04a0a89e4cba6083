package io.sightline.workflow.blocks.codes;

import com.google.zxing.DecodeHintType;
import com.google.zxing.ReaderException;
import com.google.zxing.ResultPoint;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.DetectorResult;
import com.google.zxing.common.PerspectiveTransform;
import com.google.zxing.multi.qrcode.detector.MultiFinderPatternFinder;
import com.google.zxing.qrcode.decoder.Decoder;
import com.google.zxing.qrcode.detector.Detector;
import com.google.zxing.qrcode.detector.FinderPatternInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads all QR codes of a picture. */
final class QrReader {
  /** Beyond so many places that look like a code's corner, the picture is a hostile one. */
  private static final int MAX_CORNERS = 100;

  private static final int MAX_CANDIDATES = 500;

  /** From a code's edge to the middle of its corner's pattern, modules. */
  private static final float CORNER = 3.5f;

  /** From a code's far edges to the middle of the pattern between them, modules. */
  private static final float ALIGNMENT = 6.5f;

  private static final Map<DecodeHintType, ?> HINTS =
      Map.of(DecodeHintType.TRY_HARDER, Boolean.TRUE);

  private QrReader() {}

  private static final class TooManyCorners extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyCorners() {
      super(null, null, false, false);
    }
  }

  private static final class Finder extends Detector {
    Finder(BitMatrix matrix) {
      super(matrix);
    }

    DetectorResult at(FinderPatternInfo corners) throws ReaderException {
      return processFinderPatternInfo(corners);
    }
  }

  /** The codes that can be read, each once, in the order of the search. */
  static List<Code> read(GreyPicture picture) {
    List<Code> codes = new ArrayList<>();
    BitMatrix matrix = picture.matrix();
    if (matrix == null) {
      return codes;
    }
    Finder finder = new Finder(matrix);
    Decoder decoder = new Decoder();
    int tries = 0;
    for (FinderPatternInfo corners : corners(matrix)) {
      if (tries++ == MAX_CANDIDATES) {
        break;
      }
      try {
        DetectorResult found = finder.at(corners);
        String text = decoder.decode(found.getBits(), HINTS).getText();
        Code code = code(text, found);
        if (codes.stream().noneMatch(code::same)) {
          codes.add(code);
        }
      } catch (ReaderException | RuntimeException e) {
        continue; // three corners of no code
      }
    }
    return codes;
  }

  private static FinderPatternInfo[] corners(BitMatrix matrix) {
    int[] count = new int[1];
    try {
      return new MultiFinderPatternFinder(
              matrix,
              point -> {
                if (++count[0] > MAX_CORNERS) {
                  throw new TooManyCorners();
                }
              })
          .findMulti(HINTS);
    } catch (ReaderException | TooManyCorners e) {
      return new FinderPatternInfo[0];
    }
  }

  /** From the code's first to its last pixel, wherever its upper left corner is. */
  private static Code code(String text, DetectorResult found) {
    ResultPoint[] points = found.getPoints();
    ResultPoint below = points[0];
    ResultPoint first = points[1];
    ResultPoint beside = points[2];
    float far = found.getBits().getWidth() - CORNER;
    float opposite = far;
    float x = beside.getX() - first.getX() + below.getX();
    float y = beside.getY() - first.getY() + below.getY();
    if (points.length > 3) {
      opposite = found.getBits().getWidth() - ALIGNMENT;
      x = points[3].getX();
      y = points[3].getY();
    }
    PerspectiveTransform place =
        PerspectiveTransform.quadrilateralToQuadrilateral(
            CORNER,
            CORNER,
            far,
            CORNER,
            opposite,
            opposite,
            CORNER,
            far,
            first.getX(),
            first.getY(),
            beside.getX(),
            beside.getY(),
            x,
            y,
            below.getX(),
            below.getY());
    float[] corners = {0, 0, found.getBits().getWidth(), found.getBits().getWidth()};
    place.transformPoints(corners);
    return new Code(text, corners[0], corners[1], corners[2] - 1, corners[3] - 1);
  }
}
