package io.sightline.vision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("KTF-2: edges are cut as Python does it")
class CropAreaTest {
  private final Image image =
      Image.frame(new Mat(120, 160, 16), null, "image", VideoMetadata.unknown("image"));

  @AfterEach
  void release() {
    image.release();
  }

  @Test
  void takesWhatIsInside() {
    assertEquals(new CropArea(20, 10, 40, 30, 20, 10), CropArea.between(image, 20, 10, 60, 40));
  }

  @Test
  void cutsOffWhatIsBeyondTheFarEdges() {
    assertEquals(
        new CropArea(150, 100, 10, 20, 150, 100), CropArea.between(image, 150, 100, 500, 500));
    assertNull(CropArea.between(image, 160, 0, 170, 10));
  }

  @Test
  void countsEdgesBelowZeroFromTheFarEnd() {
    assertNull(CropArea.between(image, -10, 10, 50, 40), "from 150 to 50");
    assertEquals(
        new CropArea(40, 0, 120, 120, -120, 0), CropArea.between(image, -120, 0, 280, 120));
    assertEquals(new CropArea(0, 0, 155, 120, -999, 0), CropArea.between(image, -999, 0, -5, 120));
  }
}
