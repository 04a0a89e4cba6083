package io.sightline.vision;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/** Writes text; remembers how wide the texts of late were. */
final class Lettering {
  private static final int FONT = opencv_imgproc.FONT_HERSHEY_SIMPLEX;
  private static final int REMEMBERED_TEXTS = 1024;
  private static final int MAX_REMEMBERED_LENGTH = 200;

  private final int[] baseline = new int[1];
  private final Map<String, TextStyle.Extent> extents =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, TextStyle.Extent> eldest) {
          return size() > REMEMBERED_TEXTS;
        }
      };
  private TextStyle extentsOf;

  void write(Mat pixels, String line, Point origin, TextStyle style, Scalar paint) {
    opencv_imgproc.putText(
        pixels,
        line,
        origin,
        FONT,
        style.scale(),
        paint,
        style.thickness(),
        opencv_imgproc.LINE_AA,
        false);
  }

  TextStyle.Extent extent(String line, TextStyle style) {
    if (!style.equals(extentsOf)) {
      extents.clear();
      extentsOf = style;
    }
    TextStyle.Extent known = extents.get(line);
    if (known == null) {
      try (Size size =
          opencv_imgproc.getTextSize(line, FONT, style.scale(), style.thickness(), baseline)) {
        known = new TextStyle.Extent(size.width(), size.height(), baseline[0]);
      }
      if (line.length() <= MAX_REMEMBERED_LENGTH) {
        extents.put(line, known);
      }
    }
    return known;
  }
}
