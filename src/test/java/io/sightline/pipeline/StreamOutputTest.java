package io.sightline.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.vision.Image;
import io.sightline.vision.ImagePool;
import io.sightline.vision.ImageScope;
import io.sightline.workflow.Workflow.Output;
import io.sightline.workflow.WorkflowResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.indexer.UByteIndexer;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StreamOutputTest {
  private static final List<String> FOUR_LINES =
      List.of(
          "Visualisation blocks were not executed",
          "or workflow was not configured to output visuals.",
          "Please try to adjust the scene so models detect objects",
          "or stop preview, update workflow and try again.");

  private final ImageScope scope = new ImageScope(new ImagePool(4));
  private final Image input = image();
  private final Image first = image();
  private final Image second = image();
  private final StreamOutput stream =
      new StreamOutput(List.of(new Output("n", false), new Output("second", true)), true);

  @AfterEach
  void close() {
    scope.close();
  }

  @Test
  @DisplayName("P-4: null takes the first output that is declared as an image")
  void takesTheFirstDeclaredImage() {
    StreamOutput.Choice choice = choose("first", first, "second", second);
    assertSame(second, choice.image());
    assertEquals(List.of(), choice.errors());
  }

  @Test
  @DisplayName("P-15: errors that have no other way out are drawn on the picture")
  void drawsErrorsOnAPictureWhereAsked() {
    WorkflowResult result = new WorkflowResult(Map.of("second", second), List.of(), 0);
    assertSame(second, stream.choose(input, result, List.of(), scope).image());
    StreamOutput.Choice drawn = stream.choose(input, result, List.of("bad value"), scope);
    assertNotSame(second, drawn.image());
    assertEquals(List.of("bad value"), drawn.errors());
    stream.names(List.of("gone"));
    StreamOutput.Choice other = stream.choose(input, result, List.of(), scope);
    assertNotSame(second, other.image());
    assertEquals(
        List.of("'gone' not found in workflow outputs, using 'second' instead"), other.errors());
  }

  @Test
  @DisplayName("P-4: the first name counts, also where it means a map of outputs")
  void takesTheNamedOutput() {
    stream.names(Arrays.asList(null, "", "first", "second"));
    assertSame(first, choose("first", first, "second", second).image());
    Map<String, Object> step = new LinkedHashMap<>();
    step.put("a", first);
    step.put("b", second);
    step.put("c", 1);
    assertSame(second, choose("first", step).image());
  }

  @Test
  @DisplayName("P-4: a name that is no picture falls back to any picture and says so")
  void fallsBackToAnyPicture() {
    stream.names(List.of("nowhere"));
    StreamOutput.Choice choice = choose("n", 1, "first", first);
    assertEquals(
        List.of("'nowhere' not found in workflow outputs, using 'first' instead"), choice.errors());
    assertTrue(choice.failed());
    assertNotSame(first, choice.image(), "others may show it, too");
    assertEquals(0, greenPixels(first));
    assertNotEquals(0, greenPixels(choice.image()), "the words are drawn on it");
    assertEquals(first.width(), choice.image().width());
  }

  @Test
  @DisplayName("P-5: without any picture the frame itself is shown with the reason on it")
  void drawsTheReasonOnTheFrame() {
    StreamOutput.Choice choice = choose("n", 1);
    assertEquals(FOUR_LINES, choice.errors());
    assertNotSame(input, choice.image());
    assertEquals(0, greenPixels(input));
    assertNotEquals(0, greenPixels(choice.image()));
    assertEquals(640, choice.image().width());
  }

  @Test
  @DisplayName("P-5: errors of the workflow come before the four lines")
  void putsErrorsOfTheWorkflowFirst() {
    WorkflowResult failed = new WorkflowResult(Map.of(), List.of("model: broken"), 0);
    List<String> expected = new ArrayList<>(List.of("model: broken"));
    expected.addAll(FOUR_LINES);
    assertEquals(expected, stream.choose(input, failed, scope).errors());
  }

  @Test
  @DisplayName("P-4: an empty list shows the frame as it came in and says so in each message")
  void showsTheFrameWhereNoOutputIsAskedFor() {
    stream.names(List.of(""));
    StreamOutput.Choice choice = choose("first", first);
    assertSame(input, choice.image());
    assertEquals(List.of("stream_output is required when render_output=True"), choice.errors());
    assertEquals(List.of(), stream.names());
    assertFalse(choice.failed(), "nothing went wrong");
    WorkflowResult broken = new WorkflowResult(Map.of(), List.of("model: broken"), 0);
    assertTrue(stream.choose(input, broken, scope).failed());
  }

  @Test
  @DisplayName("P-4: no picture and no error where none is wanted, until an output is chosen again")
  void showsNothingUntilAnOutputIsChosen() {
    stream.none();
    StreamOutput.Choice choice = choose("first", first);
    assertNull(choice.image());
    assertEquals(List.of(), choice.errors());
    assertEquals(List.of(), stream.names());
    stream.names(List.of("first"));
    assertSame(first, choose("first", first).image());
  }

  @Test
  void choosesNothingWhereNoVideoIsWanted() {
    StreamOutput dataOnly = new StreamOutput(List.of(), false);
    WorkflowResult result = new WorkflowResult(Map.of("first", first), List.of(), 0);
    assertNull(dataOnly.choose(input, result, scope).image());
  }

  private StreamOutput.Choice choose(Object... namesAndValues) {
    Map<String, Object> outputs = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      outputs.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return stream.choose(input, new WorkflowResult(outputs, List.of(), 0), scope);
  }

  private Image image() {
    ImagePool pool = new ImagePool(0);
    Image image = Image.frame(pool.take(640, 480, 3), pool, "image.[0]", null);
    try (Scalar black = new Scalar(0, 0, 0, 0)) {
      image.pixels().put(black);
    }
    return scope.adopt(image);
  }

  private static int greenPixels(Image image) {
    int count = 0;
    try (UByteIndexer pixels = image.pixels().createIndexer()) {
      for (int y = 0; y < 130; y++) {
        for (int x = 0; x < 640; x++) {
          count += pixels.get(y, x, 1) == 255 && pixels.get(y, x, 0) == 0 ? 1 : 0;
        }
      }
    }
    return count;
  }
}
