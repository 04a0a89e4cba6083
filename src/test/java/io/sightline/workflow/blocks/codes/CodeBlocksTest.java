package io.sightline.workflow.blocks.codes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import io.sightline.vision.Attribute;
import io.sightline.vision.BoundingBox;
import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.vision.Image;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.blocks.StepFixture;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CodeBlocksTest {
  private static Detections read(StepFixture step, Image image) {
    return (Detections) step.with("images", image).run().get(0);
  }

  private static String text(Detection detection) {
    return (String) detection.attributes().get(Attribute.DATA);
  }

  private static BitMatrix code(String text, BarcodeFormat format, int width, int height) {
    try {
      return new MultiFormatWriter().encode(text, format, width, height);
    } catch (WriterException e) {
      throw new AssertionError(e);
    }
  }

  /** White with a code whose upper left corner, quiet zone included, is at 30, 20. */
  private static StepFixture.Levels on(BitMatrix code) {
    return (x, y) ->
        x >= 30
                && y >= 20
                && x < 30 + code.getWidth()
                && y < 20 + code.getHeight()
                && code.get(x - 30, y - 20)
            ? 0
            : 255;
  }

  @Test
  void drawsWhatTheDetectorReads() {
    try (StepFixture generator = new StepFixture(new QrCodeGenerator.V1());
        StepFixture detector = new StepFixture(new QrCodeDetector.V1())) {
      generator.with("text", "https://example.com/a?b=1").with("fill_color", "navy");
      Image drawn = generator.picture();
      assertEquals((25 + 2 * 4) * 10, drawn.width());
      assertEquals(128, StepFixture.level(drawn, 45, 45, 0), "navy's blue");
      assertEquals(255, StepFixture.level(drawn, 5, 5, 0));
      Detection found = read(detector, drawn).items().get(0);
      assertEquals("https://example.com/a?b=1", text(found));
      assertEquals("qr_code", found.className());
      assertEquals(40, found.box().x1(), 2);
      assertEquals(289, found.box().y2(), 2);
    }
  }

  @Test
  void keepsThePictureAsLongAsNothingChanges() {
    try (StepFixture step = new StepFixture(new QrCodeGenerator.V1())) {
      String first = step.with("text", "a").picture().parent().id();
      assertTrue(first.matches("qr_code\\.[0-9a-f-]{36}"), first);
      assertEquals(first, step.picture().parent().id());
      assertNotEquals(first, step.with("text", "b").picture().parent().id());
    }
  }

  @Test
  void saysWhatIsWrongWithADrawing() {
    try (StepFixture step = new StepFixture(new QrCodeGenerator.V1()).with("text", "a")) {
      assertEquals(
          "Invalid border value (was -1, expected 0 or larger than that)",
          assertThrows(BlockException.class, step.with("border", -1)::run).getMessage());
      assertEquals(
          "border must be 0 to 500, not 501",
          assertThrows(BlockException.class, step.with("border", 501)::run).getMessage());
      step.with("border", 4).with("back_color", "nocolor");
      assertEquals(
          "unknown color specifier: 'nocolor'",
          assertThrows(BlockException.class, step::run).getMessage());
    }
  }

  @Test
  void readsSeveralCodesOfAPicture() {
    try (StepFixture step = new StepFixture(new QrCodeDetector.V1())) {
      BitMatrix left = code("left", BarcodeFormat.QR_CODE, 116, 116);
      BitMatrix right = code("right", BarcodeFormat.QR_CODE, 116, 116);
      Image image =
          step.grey(300, 160, (x, y) -> Math.min(on(left).at(x, y), on(right).at(x - 130, y)));
      List<String> texts =
          read(step, image).items().stream().map(CodeBlocksTest::text).sorted().toList();
      assertEquals(List.of("left", "right"), texts);
    }
  }

  @Test
  void aPictureWithoutCodeFailsAsInRoboflowsEngine() {
    try (StepFixture step = new StepFixture(new QrCodeDetector.V1())) {
      step.with("images", step.color(80, 60, (x, y) -> 90));
      assertEquals(
          "no QR code was found on the picture",
          assertThrows(BlockException.class, step::run).getMessage());
    }
  }

  @Test
  @DisplayName("KC-1: the search is bounded")
  void givesUpOnPicturesFullOfCorners() {
    Random random = new Random(1);
    int[] sizes = random.ints(64 * 64, 1, 4).toArray();
    try (StepFixture step = new StepFixture(new BarcodeDetector.V1())) {
      Image image =
          step.grey(
              1600,
              1200,
              (x, y) -> {
                int size = sizes[y / 30 * 64 + x / 30];
                int ring = Math.max(Math.abs(x % 30 - 14), Math.abs(y % 30 - 14)) / size;
                return ring == 2 || ring > 3 ? 255 : ring == 1 || ring == 0 || ring == 3 ? 0 : 255;
              });
      assertEquals(0, read(step, image).size());
    }
  }

  @Test
  void readsRowsOfBarsLevelAndUpright() {
    BitMatrix bars = code("SL-4711", BarcodeFormat.CODE_128, 300, 80);
    try (StepFixture step = new StepFixture(new BarcodeDetector.V1())) {
      Detection level = read(step, step.color(400, 130, on(bars))).items().get(0);
      assertEquals("SL-4711", text(level));
      assertEquals("barcode", level.className());
      BoundingBox box = level.box();
      assertTrue(box.x1() >= 30 && box.x2() <= 330, box.toString());
      assertEquals(20, box.y1(), 2);
      assertEquals(99, box.y2(), 2);
      Detection upright =
          read(step, step.color(130, 400, (x, y) -> on(bars).at(y, x))).items().get(0);
      assertEquals("SL-4711", text(upright));
      assertEquals(20, upright.box().x1(), 2);
      assertEquals(99, upright.box().x2(), 2);
      assertTrue(upright.box().y1() >= 30 && upright.box().y2() <= 330, box.toString());
    }
  }

  @Test
  void readsCodesOfOtherKinds() {
    try (StepFixture step = new StepFixture(new BarcodeDetector.V1())) {
      for (BarcodeFormat format :
          List.of(
              BarcodeFormat.EAN_13,
              BarcodeFormat.DATA_MATRIX,
              BarcodeFormat.AZTEC,
              BarcodeFormat.PDF_417,
              BarcodeFormat.QR_CODE)) {
        BitMatrix code = code("4006381333931", format, 200, 120);
        StepFixture.Levels small = on(code);
        Detections found = read(step, step.color(400, 300, (x, y) -> small.at(x, y)));
        assertEquals(
            List.of("4006381333931"),
            found.items().stream().map(CodeBlocksTest::text).toList(),
            format.toString());
      }
    }
  }

  @Test
  void aPictureWithoutBarcodesHasNone() {
    try (StepFixture step = new StepFixture(new BarcodeDetector.V1())) {
      Random random = new Random(2);
      assertEquals(0, read(step, step.color(200, 150, (x, y) -> random.nextInt(256))).size());
    }
  }
}
