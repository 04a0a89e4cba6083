package io.sightline.model;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;

/** A plane for each channel: a picture is split, and each of its channels scaled into its plane. */
final class Planes implements InputTensor.Surface {
  private static final int CHANNELS = InputTensor.CHANNELS;

  private final InputSpec spec;
  private final int depth;
  private final double[] gain = new double[CHANNELS];
  private final double[] offset = new double[CHANNELS];
  private final Mat[] planes = new Mat[CHANNELS];
  private final Mat[] windows = new Mat[CHANNELS];
  private final MatVector split = new MatVector(CHANNELS);
  private final Mat[] channels = new Mat[CHANNELS];

  Planes(InputSpec spec, BytePointer address) {
    this.spec = spec;
    this.depth = spec.layout().type().depth();
    long plane = (long) spec.width() * spec.height() * spec.layout().type().bytes();
    for (int c = 0; c < CHANNELS; c++) {
      gain[c] = spec.gain().get(c);
      offset[c] = spec.offset().get(c);
      planes[c] = new Mat(spec.height(), spec.width(), depth, address.getPointer(c * plane));
      channels[c] = split.get(c);
    }
  }

  @Override
  public void pad() {
    for (int c = 0; c < CHANNELS; c++) {
      try (Scalar level = new Scalar(spec.padding() * gain[c] + offset[c])) {
        planes[c].put(level);
      }
    }
  }

  @Override
  public void open(Rect window) {
    for (int c = 0; c < CHANNELS; c++) {
      if (windows[c] != null) {
        windows[c].close();
      }
      windows[c] = new Mat(planes[c], window);
    }
  }

  @Override
  public void write(Mat picture) {
    boolean grey = picture.channels() == 1;
    if (!grey) {
      opencv_core.split(picture, split);
    }
    for (int c = 0; c < CHANNELS; c++) {
      Mat source = grey ? picture : channels[spec.rgb() ? CHANNELS - 1 - c : c];
      source.convertTo(windows[c], depth, gain[c], offset[c]);
    }
  }

  @Override
  public void close() {
    for (int c = 0; c < CHANNELS; c++) {
      if (windows[c] != null) {
        windows[c].close();
      }
      planes[c].close();
      channels[c].close();
    }
    split.close();
  }
}
