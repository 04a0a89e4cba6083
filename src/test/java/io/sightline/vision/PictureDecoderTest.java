package io.sightline.vision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Random;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureDecoderTest {
  private static final ImageOrigin UNKNOWN = ImageOrigin.whole("p", 0, 0);

  private final PictureDecoder decoder = new PictureDecoder(100_000, 10_000);

  private static byte[] file(String extension, int width, int height, int type) {
    try (Mat pixels = new Mat(height, width, type, new Scalar(10, 20, 30, 255));
        BytePointer bytes = new BytePointer()) {
      opencv_imgcodecs.imencode(extension, pixels, bytes);
      byte[] file = new byte[(int) bytes.limit()];
      bytes.get(file);
      return file;
    }
  }

  private Image decode(byte[] file) {
    return decoder.image(file, "text", UNKNOWN, UNKNOWN, null);
  }

  @ParameterizedTest
  @CsvSource({".png,PNG", ".jpg,JPEG", ".webp,WebP", ".bmp,BMP"})
  void decodesWhatItKnowsTheSizeOf(String extension, String format) {
    byte[] file = file(extension, 40, 30, opencv_core.CV_8UC3);
    assertEquals(Optional.of(new PictureHeader(format, 40, 30)), PictureHeader.of(file));
    Image image = decode(file);
    assertEquals(40, image.width());
    assertEquals(30, image.height());
    assertEquals(ImageOrigin.whole("p", 40, 30), image.parent());
    assertEquals("text", image.encoded());
    image.release();
  }

  @Test
  void makesThreeChannelsOfOneAndOfFour() {
    for (int type : new int[] {opencv_core.CV_8UC1, opencv_core.CV_8UC4, opencv_core.CV_16UC1}) {
      Image image = decode(file(".png", 4, 4, type));
      assertEquals(3, image.channels());
      image.release();
    }
  }

  @Test
  @DisplayName("V-4: a file that would make too many pixels is refused before it is decoded")
  void refusesTooManyPixels() {
    byte[] png = file(".png", 101, 100, opencv_core.CV_8UC1);
    assertTrue(refusal(png).contains("101 x 100 pixels, at most 10000"));
    byte[] bomb = file(".png", 10, 10, opencv_core.CV_8UC1);
    Arrays.fill(bomb, 16, 24, (byte) 0x7F);
    assertTrue(refusal(bomb).contains("pixels, at most 10000"));
  }

  @Test
  void refusesTooManyBytesAndOtherFormats() {
    assertTrue(refusal(new byte[100_001]).contains("100001 bytes, at most 100000"));
    for (String other : new String[] {".tiff", ".ppm", ".sr"}) {
      assertTrue(refusal(file(other, 8, 8, opencv_core.CV_8UC3)).startsWith("Data is not image"));
    }
    assertTrue(refusal(new byte[0]).startsWith("Data is not image"));
    assertTrue(
        refusal(Base64.getDecoder().decode("@@@".replace('@', 'A') + "A")).startsWith("Data"));
  }

  @Test
  @DisplayName("V-4: a chunk of a PNG file that is longer than the file gets no memory")
  void refusesAChunkThatIsLongerThanTheFile() {
    byte[] file = file(".png", 40, 30, opencv_core.CV_8UC3);
    file[33] = 0x7F;
    assertTrue(refusal(file).startsWith("Data is not image"));
  }

  @ParameterizedTest
  @CsvSource({".png", ".jpg", ".webp", ".bmp"})
  @DisplayName("V-4: broken files are refused, whatever is broken")
  void survivesBrokenFiles(String extension) {
    byte[] file = file(extension, 40, 30, opencv_core.CV_8UC3);
    Random random = new Random(5);
    for (int i = 0; i < 300; i++) {
      byte[] broken = Arrays.copyOf(file, i % 3 == 0 ? random.nextInt(file.length) : file.length);
      for (int k = 0; k < 5 && broken.length > 0; k++) {
        broken[random.nextInt(broken.length)] = (byte) random.nextInt();
      }
      try {
        decode(broken).release();
      } catch (VisionException e) {
        assertTrue(e.getMessage().length() < 200, e::getMessage);
      }
    }
  }

  @Test
  void aPictureThatIsWrittenOverIsNoLongerItsText() {
    Image image = decode(file(".png", 4, 4, opencv_core.CV_8UC3));
    image.overwritten();
    assertNull(image.encoded());
    image.release();
  }

  private String refusal(byte[] file) {
    return assertThrows(VisionException.class, () -> decode(file)).getMessage();
  }
}
