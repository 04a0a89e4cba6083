package io.sightline.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class InputSpecTest {
  private static final ModelConfig.Size SIZE = new ModelConfig.Size(32, 64);

  @Test
  @DisplayName("N-4: the tensor's size wins over the metadata, and that over the file")
  void readsTheSizeWhereItIsStated() {
    ModelConfig config =
        new ModelConfig(
            null,
            new ModelConfig.NetworkInput(SIZE, null, null, null, null, null, null, null),
            null,
            null,
            null);
    Map<String, String> metadata = Map.of("imgsz", "[96, 128]");
    assertEquals("640x320", size(List.of(1, 3, 320, 640), metadata, config));
    assertEquals("128x96", size(List.of(1, 3, -1, -1), metadata, config));
    assertEquals("64x32", size(List.of(1, 3, -1, -1), Map.of(), config));
  }

  private static String size(
      List<Integer> shape, Map<String, String> metadata, ModelConfig config) {
    InputSpec spec = InputSpec.of(new TensorSpec("images", shape), metadata, config);
    return spec.width() + "x" + spec.height();
  }

  @Test
  void takesWhatIsNotSaidAsYoloIsTrained() {
    InputSpec spec =
        InputSpec.of(new TensorSpec("images", List.of(1, 3, 64, 64)), Map.of(), ModelConfig.EMPTY);
    assertEquals(InputSpec.Resize.LETTERBOX, spec.resize());
    assertTrue(spec.rgb());
    assertEquals(114, spec.padding());
    assertEquals(1 / 255.0, spec.gain().get(0));
    assertEquals(0, spec.offset().get(2));
  }

  @Test
  void refusesWhatIsNotOnePictureOfThreeChannels() {
    for (List<Integer> shape :
        List.of(
            List.of(1, 1, 64, 64),
            List.of(1, 64, 64, 4),
            List.of(2, 64),
            List.of(1, 3, 8192, 8192),
            List.of(1, 3, -1, -1))) {
      TensorSpec tensor = new TensorSpec("images", shape);
      ModelException e =
          assertThrows(
              ModelException.class, () -> InputSpec.of(tensor, Map.of(), ModelConfig.EMPTY));
      assertTrue(e.getMessage().contains("images f32"), e.getMessage());
    }
  }

  @Test
  @DisplayName("N-5: a letterboxed picture keeps its shape, sizes cut to whole pixels")
  void placesALetterboxedPicture() {
    InputSpec spec = spec(InputSpec.Resize.LETTERBOX, 640, 640);
    assertEquals(new Placement(1280, 720, 0.5f, 0.5f, 0, 140, 640, 360), spec.place(1280, 720));
    float scale = (float) (640 / 577.0);
    assertEquals(new Placement(333, 577, scale, scale, 135, 0, 369, 640), spec.place(333, 577));
    assertEquals(new Placement(1, 1, 640, 640, 0, 0, 640, 640), spec.place(1, 1));
    float small = (float) (640 / 20000.0);
    assertEquals(new Placement(20000, 3, small, small, 0, 319, 640, 1), spec.place(20000, 3));
  }

  @Test
  @DisplayName("N-5: a stretched picture fills the input")
  void placesAStretchedPicture() {
    InputSpec spec = spec(InputSpec.Resize.STRETCH, 300, 300);
    assertEquals(new Placement(600, 150, 0.5f, 2, 0, 0, 300, 300), spec.place(600, 150));
  }

  private static InputSpec spec(InputSpec.Resize resize, int width, int height) {
    return new InputSpec(
        width, height, resize, true, 114, List.of(1.0, 1.0, 1.0), List.of(0.0, 0.0, 0.0));
  }
}
