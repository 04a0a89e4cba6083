package io.sightline.model;

import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;

/** The three numbers of a pixel beside each other. */
final class PixelSurface implements InputTensor.Surface {
  private static final int CHANNELS = InputTensor.CHANNELS;

  private final InputSpec spec;
  private final int depth;
  private final boolean alike;
  private final Mat pixels;
  private final Mat colour = new Mat();
  private final Mat floats = new Mat();
  private final Mat mix = new Mat(CHANNELS, CHANNELS + 1, opencv_core.CV_32FC1);
  private Mat window;

  PixelSurface(InputSpec spec, BytePointer address) {
    this.spec = spec;
    this.depth = spec.layout().type().depth();
    this.alike = same(spec.gain()) && same(spec.offset());
    this.pixels =
        new Mat(spec.height(), spec.width(), opencv_core.CV_MAKETYPE(depth, CHANNELS), address);
    try (FloatIndexer matrix = mix.createIndexer()) {
      for (int c = 0; c < CHANNELS; c++) {
        for (int from = 0; from < CHANNELS; from++) {
          boolean own = from == (spec.rgb() ? CHANNELS - 1 - c : c);
          matrix.put(c, from, own ? spec.gain().get(c).floatValue() : 0);
        }
        matrix.put(c, CHANNELS, spec.offset().get(c).floatValue());
      }
    }
  }

  private static boolean same(List<Double> values) {
    return values.stream().distinct().count() == 1;
  }

  @Override
  public void pad() {
    double[] level = new double[CHANNELS];
    for (int c = 0; c < CHANNELS; c++) {
      level[c] = spec.padding() * spec.gain().get(c) + spec.offset().get(c);
    }
    try (Scalar value = new Scalar(level[0], level[1], level[2], 0)) {
      pixels.put(value);
    }
  }

  @Override
  public void open(Rect part) {
    if (window != null) {
      window.close();
    }
    window = new Mat(pixels, part);
  }

  @Override
  public void write(Mat picture) {
    Mat source = picture;
    if (picture.channels() == 1) {
      opencv_imgproc.cvtColor(picture, colour, opencv_imgproc.COLOR_GRAY2BGR);
      source = colour;
    }
    if (!alike) {
      source.convertTo(floats, opencv_core.CV_32F);
      opencv_core.transform(floats, floats, mix);
      floats.convertTo(window, depth);
      return;
    }
    if (spec.rgb() && picture.channels() == CHANNELS) {
      opencv_imgproc.cvtColor(picture, colour, opencv_imgproc.COLOR_BGR2RGB);
      source = colour;
    }
    source.convertTo(window, depth, spec.gain().get(0), spec.offset().get(0));
  }

  @Override
  public void close() {
    if (window != null) {
      window.close();
    }
    pixels.close();
    colour.close();
    floats.close();
    mix.close();
  }
}
