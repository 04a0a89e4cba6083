package io.sightline.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class YoloV8DecoderTest {
  private static final float NAN = Float.NaN;
  private static final float INFINITY = Float.POSITIVE_INFINITY;

  @RepeatedTest(40)
  @DisplayName("N-6: finds what a loop over anchors and classes finds")
  void findsWhatAPlainLoopFinds(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    int classes = 1 + random.nextInt(10);
    YoloV8Decoder decoder = new YoloV8Decoder(0, classes, 4 + classes);
    Candidates found = new Candidates();
    for (int run = 0; run < 3; run++) {
      int anchors = 1 + random.nextInt(200);
      float[][] rows = new float[4 + classes][anchors];
      for (int r = 0; r < rows.length; r++) {
        for (int a = 0; a < anchors; a++) {
          rows[r][a] = r < 4 ? random.nextFloat() * 300 : random.nextFloat();
        }
      }
      float threshold = random.nextFloat();
      found.clear();
      decoder.decode(List.of(output(rows)), threshold, found);
      int next = 0;
      for (int a = 0; a < anchors; a++) {
        int best = 0;
        for (int c = 1; c < classes; c++) {
          best = rows[4 + c][a] > rows[4 + best][a] ? c : best;
        }
        if (rows[4 + best][a] > threshold) {
          assertEquals(best, found.classId(next));
          assertEquals(rows[4 + best][a], found.score(next));
          assertEquals(rows[0][a] - rows[2][a] / 2, found.x1(next));
          assertEquals(rows[1][a] - rows[3][a] / 2, found.y1(next));
          assertEquals(rows[0][a] + rows[2][a] / 2, found.x2(next));
          assertEquals(rows[1][a] + rows[3][a] / 2, found.y2(next));
          next++;
        }
      }
      assertEquals(next, found.count());
    }
  }

  @Test
  @DisplayName("N-6: a score must be above the threshold")
  void leavesOutAScoreThatEqualsTheThreshold() {
    assertEquals(0, decode(0.5f, new float[][] {{9}, {9}, {2}, {2}, {0.5f}, {0.5f}}));
    assertEquals(1, decode(0.5f, new float[][] {{9}, {9}, {2}, {2}, {0.5f}, {0.51f}}));
  }

  @Test
  @DisplayName("N-7: what is not a number is left out")
  void leavesOutWhatIsNotANumber() {
    assertEquals(0, decode(0.1f, new float[][] {{NAN}, {9}, {2}, {2}, {0.5f}, {0}}));
    assertEquals(0, decode(0.1f, new float[][] {{9}, {INFINITY}, {2}, {2}, {0.5f}, {0}}));
    assertEquals(0, decode(0.1f, new float[][] {{9}, {9}, {NAN}, {2}, {0.5f}, {0}}));
    assertEquals(0, decode(0.1f, new float[][] {{9}, {9}, {2}, {-2}, {0.5f}, {0}}));
    assertEquals(0, decode(0.1f, new float[][] {{9}, {9}, {2}, {2}, {NAN}, {NAN}}));
    assertEquals(0, decode(0.1f, new float[][] {{9}, {9}, {2}, {2}, {INFINITY}, {0}}));
    assertEquals(1, decode(0.1f, new float[][] {{9}, {9}, {2}, {2}, {NAN}, {0.5f}}));
    assertEquals(1, decode(0.1f, new float[][] {{9}, {9}, {2}, {2}, {0.5f}, {NAN}}));
  }

  @Test
  void refusesAnOutputThatIsNotWhatWasPromised() {
    OutputTensor other = output(new float[7][3]);
    assertThrows(
        ModelException.class,
        () -> new YoloV8Decoder(0, 2, 6).decode(List.of(other), 0.5f, new Candidates()));
  }

  private static int decode(float threshold, float[][] rows) {
    Candidates found = new Candidates();
    new YoloV8Decoder(0, rows.length - 4, rows.length)
        .decode(List.of(output(rows)), threshold, found);
    return found.count();
  }

  private static OutputTensor output(float[][] rows) {
    FloatBuffer values = FloatBuffer.allocate(rows.length * rows[0].length);
    for (float[] row : rows) {
      values.put(row);
    }
    TensorSpec spec = new TensorSpec("output0", List.of(1, rows.length, rows[0].length));
    return new OutputTensor(spec, values.rewind());
  }
}
