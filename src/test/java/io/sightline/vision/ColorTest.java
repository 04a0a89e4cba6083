package io.sightline.vision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColorTest {
  @ParameterizedTest
  @CsvSource({
    "#A351FB,163,81,251",
    "#a0f,170,0,255",
    "'rgb(1, 2,3)',1,2,3",
    "'bgr(1,2,3)',3,2,1",
    "white,255,255,255",
    "Roboflow,163,81,251"
  })
  void readsColoursAsPeopleWriteThem(String text, int red, int green, int blue) {
    assertEquals(new Color(red, green, blue), Color.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "#12", "#1234567", "#xyzxyz", "rgb(1,2)", "rgb(256,0,0)", "mauve"})
  void refusesWhatIsNoColour(String text) {
    assertThrows(VisionException.class, () -> Color.parse(text));
  }

  @Test
  void palettesCountAround() {
    assertEquals(21, Palette.DEFAULT.colors().size());
    assertEquals(Color.hex("A351FB"), Palette.DEFAULT.at(21));
    assertEquals(Color.hex("FF39C9"), Palette.DEFAULT.at(-1));
    assertEquals(Color.hex("C28DFC"), Palette.ROBOFLOW.at(6_000_000));
    assertThrows(VisionException.class, () -> new Palette(java.util.List.of()));
  }

  @Test
  void spreadsMatplotlibsPalettes() {
    Palette viridis = Palette.matplotlib("Viridis", 5);
    assertEquals(5, viridis.colors().size());
    assertEquals(new Color(68, 1, 84), viridis.at(0));
    assertEquals(new Color(253, 231, 37), viridis.at(4));
    assertEquals(Color.hex("1f77b4"), Palette.matplotlib("Tab10", 10).at(0));
    assertEquals(Color.hex("17becf"), Palette.matplotlib("Tab10", 10).at(9));
    assertEquals(1, Palette.matplotlib("Set1", 1).colors().size());
    assertThrows(VisionException.class, () -> Palette.matplotlib("Nope", 3));
    assertThrows(VisionException.class, () -> Palette.matplotlib("Set1", 0));
    assertThrows(VisionException.class, () -> Palette.matplotlib("Set1", 1 << 30));
  }
}
