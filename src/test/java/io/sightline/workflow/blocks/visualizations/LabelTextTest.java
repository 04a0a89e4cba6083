package io.sightline.workflow.blocks.visualizations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sightline.vision.Attribute;
import io.sightline.vision.BoundingBox;
import io.sightline.vision.Detection;
import io.sightline.vision.ImageOrigin;
import io.sightline.workflow.block.BlockException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelTextTest {
  private static Detection detection(
      double confidence, Integer track, Map<Attribute, Object> more) {
    ImageOrigin origin = ImageOrigin.whole("image", 640, 480);
    BoundingBox box = new BoundingBox(10.5f, 20, 50.25f, 80.75f);
    return new Detection(box, confidence, 3, "cat", "d", track, origin, origin, more);
  }

  @ParameterizedTest
  @CsvSource({
    "Class,cat",
    "Confidence,0.88",
    "Class and Confidence,cat 0.88",
    "Index,4",
    "Dimensions,'30, 50 39x60'",
    "Area,2414",
    "Area (mask),Area (mask): 12.35",
    "Area (converted),Area (conv): N/A",
    "Tracker Id,7",
    "Time In Zone,In zone: 2.5s"
  })
  void saysWhatTheFieldAsksFor(String what, String expected) {
    Detection d =
        detection(0.875f, 7, Map.of(Attribute.AREA_PX, 12.345678, Attribute.TIME_IN_ZONE, 2.5));
    assertEquals(expected, LabelText.of(what, d, 4));
  }

  @ParameterizedTest
  @CsvSource({
    "0.125,0.12",
    "0.375,0.38",
    "1,1.00",
    "0,0.00",
    "0.999,1.00",
    "0.05,0.05",
    "0.145,0.14",
    "0.335,0.34"
  })
  void roundsHalvesToTheEvenNeighbour(double confidence, String expected) {
    assertEquals(expected, LabelText.of("Confidence", detection(confidence, null, Map.of()), 0));
  }

  @Test
  void saysSoWhereAValueIsMissing() {
    Detection d = detection(0.5f, null, Map.of(Attribute.TIME_IN_ZONE, 0.0));
    assertEquals("No Tracker ID", LabelText.of("Tracker Id", d, 0));
    assertEquals("In zone: N/A", LabelText.of("Time In Zone", d, 0));
    assertThrows(BlockException.class, () -> LabelText.of("Weight", d, 0));
  }
}
