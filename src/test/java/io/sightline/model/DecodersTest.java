package io.sightline.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sightline.vision.Attribute;
import io.sightline.vision.Keypoint;
import io.sightline.vision.Mask;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DecodersTest {
  private static final InputSpec INPUT = input(32, 32);

  private static InputSpec input(int width, int height) {
    List<Double> none = List.of(0.0, 0.0, 0.0);
    return new InputSpec(
        width, height, InputSpec.Resize.LETTERBOX, true, 114, List.of(1.0, 1.0, 1.0), none);
  }

  private static OutputTensor output(List<Integer> shape, float... values) {
    return new OutputTensor(new TensorSpec("output", shape), FloatBuffer.wrap(values));
  }

  private static float[] box(Candidates c, int i) {
    return new float[] {c.x1(i), c.y1(i), c.x2(i), c.y2(i)};
  }

  @Test
  void readsYoloV5() {
    Candidates found = new Candidates();
    OutputTensor output =
        output(
            List.of(1, 3, 7),
            new float[] {
              10, 20, 4, 6, 0.9f, 0.2f, 0.7f,
              10, 20, 4, 6, 0.3f, 0.9f, 0.9f,
              5, 5, 2, 2, 0.5f, 0.4f, 0.1f
            });
    new YoloV5Decoder(Rows.lines(0, 7), 2).decode(List.of(output), 0.5f, found);
    assertEquals(2, found.count());
    assertArrayEquals(new float[] {8, 17, 12, 23}, box(found, 0));
    assertEquals(0.7f, found.score(0));
    assertEquals(1, found.classId(0));
    assertEquals(0.4f, found.score(1));
    assertEquals(2, found.source(1));
  }

  @Test
  void readsYoloX() {
    float[] values = new float[21 * 6];
    int cell = 16 + 2; // the third cell of the 2 x 2 grid at 16 pixels: second line, first column
    System.arraycopy(new float[] {0.5f, 0.25f, 0, 0, 0.8f, 0.5f}, 0, values, cell * 6, 6);
    Candidates found = new Candidates();
    new YoloXDecoder(0, 1, INPUT).decode(List.of(output(List.of(1, 21, 6), values)), 0.3f, found);
    assertEquals(1, found.count());
    assertArrayEquals(new float[] {0, 12, 16, 28}, box(found, 0));
    assertEquals(0.4f, found.score(0), 1e-6f);
  }

  @Test
  void readsWhatANetworkHasSuppressedItself() {
    Candidates found = new Candidates();
    OutputTensor output =
        output(
            List.of(1, 3, 6),
            new float[] {
              1, 2, 3, 4, 0.5f, 1,
              1, 2, 3, 4, 0.49f, 1,
              1, 2, 3, 4, 0.9f, 7
            });
    new EndToEndDecoder(Rows.lines(0, 6), 2).decode(List.of(output), 0.5f, found);
    assertEquals(1, found.count());
    assertArrayEquals(new float[] {1, 2, 3, 4}, box(found, 0));
  }

  @Test
  void readsQueries() {
    OutputTensor boxes =
        output(List.of(1, 2, 4), new float[] {0.5f, 0.5f, 0.25f, 0.5f, 0.1f, 0.1f, 0.1f, 0.1f});
    OutputTensor logits = output(List.of(1, 2, 3), new float[] {0, 2, -3, -9, 1, 8});
    Candidates found = new Candidates();
    new QueryDecoder(0, 1, INPUT, new int[] {0, 1, -1}).decode(List.of(boxes, logits), 0.6f, found);
    assertEquals(2, found.count());
    assertArrayEquals(new float[] {12, 8, 20, 24}, box(found, 0));
    assertEquals(1 / (1 + Math.exp(-2)), found.score(0), 1e-6);
    assertEquals(1, found.classId(1));
    assertEquals(1, found.source(1));
  }

  @Test
  void keepsAsManyPairsAsThereAreQueries() {
    OutputTensor boxes = output(List.of(1, 1, 4), new float[] {0.5f, 0.5f, 0.5f, 0.5f});
    OutputTensor logits = output(List.of(1, 1, 3), new float[] {1, 3, 2});
    Candidates found = new Candidates();
    new QueryDecoder(0, 1, INPUT, new int[] {0, 1, 2}).decode(List.of(boxes, logits), 0.5f, found);
    assertEquals(1, found.count());
    assertEquals(1, found.classId(0));
  }

  @Test
  void readsCornersAndScoresApart() {
    Candidates found = new Candidates();
    OutputTensor boxes = output(List.of(1, 2, 4), new float[] {1, 2, 3, 4, 5, 6, 7, 8});
    OutputTensor scores = output(List.of(1, 2, 2), new float[] {0.1f, 0.2f, 0.3f, 0.9f});
    new CornersDecoder(0, 1, 2).decode(List.of(boxes, scores), 0.5f, found);
    assertEquals(1, found.count());
    assertArrayEquals(new float[] {5, 6, 7, 8}, box(found, 0));
    assertEquals(1, found.classId(0));
  }

  @Test
  void placesKeyPointsOnWholePixelsOfThePictureAndLeavesOutThoseWithoutConfidence() {
    Candidates found = new Candidates();
    found.add(0, 0, 1, 1, 1, 0, 1);
    float[] values = new float[2 * 6];
    System.arraycopy(new float[] {10, 12, 0.5f, 3, 3, 0}, 0, values, 6, 6);
    Placement placement = new Placement(64, 32, 0.5f, 0.5f, 0, 8, 32, 16);
    Map<Attribute, Object> details =
        new KeypointDetails(Rows.lines(0, 6), 0, new KeypointNames(List.of(), List.of("a", "b")), 3)
            .of(List.of(output(List.of(1, 2, 6), values)), found, 0, placement);
    assertEquals(List.of(new Keypoint(0, "a", 0.5f, 20, 8)), details.get(Attribute.KEYPOINTS));
  }

  @Test
  void drawsAMaskWhereThePrototypesSumIsAboveTheThreshold() {
    float[] prototypes = new float[8 * 8];
    for (int y = 0; y < 8; y++) {
      Arrays.fill(prototypes, y * 8, y * 8 + 4, 5);
      Arrays.fill(prototypes, y * 8 + 4, y * 8 + 8, -5);
    }
    Candidates found = new Candidates();
    found.add(4, 4, 28, 28, 1, 0, 0);
    Placement placement = new Placement(32, 32, 1, 1, 0, 0, 32, 32);
    MaskDetails details = new MaskDetails(Rows.lines(0, 7), 6, 1, INPUT, true);
    List<OutputTensor> outputs =
        List.of(
            output(List.of(1, 1, 7), new float[] {0, 0, 0, 0, 0, 0, 1}),
            output(List.of(1, 1, 8, 8), prototypes));
    Mask mask = (Mask) details.of(outputs, found, 0, placement).get(Attribute.MASK);
    assertEquals(32, mask.imageWidth());
    assertEquals(true, mask.at(10, 15));
    assertEquals(false, mask.at(20, 15));
    assertEquals(false, mask.at(1, 15));
    assertEquals(12.0 * 24, mask.area(), 60);
    details.close();
  }

  @Test
  @DisplayName("logits that look like probabilities are told from them by the model's file")
  void takesTheFilesWordForProbabilities() {
    assertEquals(
        1 / (1 + Math.exp(-0.25)),
        Scores.of(new float[] {0.25f, 0.75f}, Task.MULTI_LABEL_CLASSIFICATION, false)[0],
        1e-6);
    assertEquals(
        1 / (1 + Math.exp(0.5)),
        Scores.of(new float[] {0.25f, 0.75f}, Task.CLASSIFICATION, false)[0],
        1e-6);
    assertArrayEquals(
        new float[] {1.01f, 0}, Scores.of(new float[] {1.01f, 0}, Task.CLASSIFICATION, true));
  }

  @Test
  void makesProbabilitiesOfLogitsAndLeavesProbabilitiesAlone() {
    float[] softmax = Scores.of(new float[] {1, 2, 3}, Task.CLASSIFICATION, null);
    assertEquals(1, softmax[0] + softmax[1] + softmax[2], 1e-6);
    assertEquals(Math.exp(3) / (Math.exp(1) + Math.exp(2) + Math.exp(3)), softmax[2], 1e-6);
    assertArrayEquals(
        new float[] {0.25f, 0.75f},
        Scores.of(new float[] {0.25f, 0.75f}, Task.CLASSIFICATION, null));
    assertEquals(
        1 / (1 + Math.exp(2)),
        Scores.of(new float[] {-2, 5}, Task.MULTI_LABEL_CLASSIFICATION, null)[0],
        1e-6);
  }
}
