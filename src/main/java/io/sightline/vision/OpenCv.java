package io.sightline.vision;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;

/** The native library that draws and converts pictures. */
public final class OpenCv {
  private OpenCv() {}

  /** Why it does not load, one sentence; empty where it does. */
  public static String problem() {
    try {
      Loader.load(opencv_core.class);
      Loader.load(opencv_imgproc.class);
      return "";
    } catch (LinkageError | RuntimeException e) {
      return "OpenCV does not load: " + e.getMessage();
    }
  }
}
