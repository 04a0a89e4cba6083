package io.sightline.media.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureConverterTest {
  @ParameterizedTest
  @CsvSource({"640,480", "638,358", "2,2", "17,33", "1281,721"})
  void fillsEveryPixelOfAnySize(int width, int height) throws Exception {
    try (PictureConverter converter = new PictureConverter();
        DecodedPicture picture = decoded(jpeg(width, height));
        Mat pixels = new Mat(height, width, opencv_core.CV_8UC3, Scalar.all(0))) {
      converter.toBgr(picture, pixels);
      byte[] all = new byte[3 * width * height];
      pixels.data().get(all);
      for (int i = 0; i < all.length; i += 3) {
        String where = "pixel " + i / 3 % width + "," + i / 3 / width;
        assertEquals(200, all[i] & 0xFF, 4, where);
        assertEquals(100, all[i + 1] & 0xFF, 4, where);
        assertEquals(50, all[i + 2] & 0xFF, 4, where);
      }
    }
  }

  @Test
  void convertsNothingAfterTheEnd() throws Exception {
    PictureConverter converter = new PictureConverter();
    DecodedPicture picture = decoded(jpeg(64, 64));
    try (Mat pixels = new Mat(64, 64, opencv_core.CV_8UC3)) {
      converter.toBgr(picture, pixels);
      picture.close();
      assertThrows(CaptureException.class, () -> converter.toBgr(picture, pixels));
      converter.close();
      converter.close();
      assertThrows(CaptureException.class, () -> converter.toBgr(picture, pixels));
    }
  }

  private static DecodedPicture decoded(byte[] jpeg) throws Exception {
    try (VideoDecoder decoder = new VideoDecoder(Codec.MJPEG, 10_000_000)) {
      decoder.send(jpeg, 0);
      DecodedPicture picture = decoder.receive();
      assertTrue(picture != null, "decoded");
      return picture;
    }
  }

  private static byte[] jpeg(int width, int height) {
    try (Scalar colour = new Scalar(200, 100, 50, 0);
        Mat plain = new Mat(height, width, opencv_core.CV_8UC3, colour);
        BytePointer bytes = new BytePointer()) {
      assertTrue(opencv_imgcodecs.imencode(".jpg", plain, bytes));
      byte[] jpeg = new byte[(int) bytes.limit()];
      bytes.get(jpeg);
      return jpeg;
    }
  }
}
