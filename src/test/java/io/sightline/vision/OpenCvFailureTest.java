package io.sightline.vision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;

class OpenCvFailureTest {
  @Test
  void saysWhatOpenCvExpectedAndNotWhereItWasBuilt() {
    RuntimeException thrown =
        assertThrows(
            RuntimeException.class,
            () -> {
              try (Mat empty = new Mat();
                  Mat to = new Mat()) {
                opencv_imgproc.cvtColor(empty, to, opencv_imgproc.COLOR_BGR2GRAY);
              }
            });
    Throwable readable = OpenCvFailure.readable(thrown);
    assertSame(thrown, readable.getCause());
    assertEquals(
        "OpenCV refuses it: Assertion failed: !_src.empty() in function 'cvtColor'",
        readable.getMessage());
  }

  @Test
  void leavesOtherFailuresAlone() {
    for (Throwable other :
        new Throwable[] {
          new IllegalStateException("OpenCV(4) x: error: (-215:y) z"),
          new RuntimeException("OpenCV(4) of another shape"),
          new RuntimeException()
        }) {
      assertSame(other, OpenCvFailure.readable(other));
    }
  }
}
