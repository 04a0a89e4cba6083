package io.sightline.vision;

import org.bytedeco.opencv.opencv_core.Mat;

/** The bytes of a picture in Java's memory, kept from frame to frame. For one thread at a time. */
public final class Pixels {
  private byte[] bytes = new byte[0];

  /** Reads all pixels, row by row, channels beside each other. Valid until the next call. */
  public byte[] read(Mat mat) {
    int size = mat.rows() * mat.cols() * mat.channels();
    if (bytes.length != size) {
      bytes = new byte[size];
    }
    if (mat.isContinuous()) {
      mat.data().get(bytes);
    } else {
      try (Mat whole = mat.clone()) {
        whole.data().get(bytes);
      }
    }
    return bytes;
  }

  /** Writes the bytes that were read, or changed since, into pixels of the same size. */
  public void write(Mat mat) {
    mat.data().put(bytes);
  }
}
