package io.sightline.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;

/**
 * Memory of one caller for pictures of changing size: floats, blue first, channels apart. Grows to
 * the largest picture. For one thread at a time.
 */
final class FloatInput {
  private static final int CHANNELS = 3;

  private FloatBuffer memory = FloatBuffer.allocate(0);

  /**
   * Writes {@code picture} (8 bits, three channels) to the left of an input of its height.
   *
   * @param width pixels of the input; what the picture does not cover is 0
   * @param gain for each channel, blue first: value = level * gain + offset
   * @return the floats of the input, row by row, valid until the next call
   */
  FloatBuffer fill(Mat picture, int width, double[] gain, double[] offset) {
    int height = picture.rows();
    int plane = Math.multiplyExact(width, height);
    int size = Math.multiplyExact(CHANNELS, plane);
    if (memory.capacity() < size) {
      memory =
          ByteBuffer.allocateDirect(size * Float.BYTES)
              .order(ByteOrder.nativeOrder())
              .asFloatBuffer();
    }
    memory.clear().limit(size);
    try (FloatPointer address = new FloatPointer(memory);
        MatVector channels = new MatVector(CHANNELS);
        Rect covered = new Rect(0, 0, picture.cols(), height);
        Scalar zero = Scalar.all(0)) {
      opencv_core.split(picture, channels);
      for (int c = 0; c < CHANNELS; c++) {
        try (Mat whole =
                new Mat(height, width, opencv_core.CV_32FC1, address.getPointer((long) c * plane));
            Mat part = new Mat(whole, covered);
            Mat channel = channels.get(c)) {
          if (width > picture.cols()) {
            whole.put(zero);
          }
          channel.convertTo(part, opencv_core.CV_32F, gain[c], offset[c]);
        }
      }
    }
    return memory;
  }
}
