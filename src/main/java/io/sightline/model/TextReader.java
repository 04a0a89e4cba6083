package io.sightline.model;

import ai.onnxruntime.OrtException;
import io.sightline.vision.Image;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Reads text with PP-OCR: one network finds its pieces, another reads each of them. Shared by all
 * sessions; safe for use by several threads.
 */
public final class TextReader {
  /** A smaller picture is enlarged until its shorter side has these many pixels. */
  private static final int SHORTER_SIDE = 736;

  /** A larger picture is made smaller until its longer side has these many pixels. */
  private static final int LONGER_SIDE = 1920;

  private static final int GRID = 32;
  private static final double[] MEAN = {0.485, 0.456, 0.406};
  private static final double[] DEVIATION = {0.229, 0.224, 0.225};
  private static final int LINE_HEIGHT = 48;
  private static final int LEAST_LINE_WIDTH = 320;
  private static final int MOST_LINE_WIDTH = 3200;
  private static final double[] LINE_GAIN = {2 / 255.0, 2 / 255.0, 2 / 255.0};
  private static final double[] LINE_OFFSET = {-1, -1, -1};

  private final Network finder;
  private final Network reader;
  private final Characters characters;
  private final double[] gain = new double[3];
  private final double[] offset = new double[3];
  private final CallerPool<Memory> callers;

  /** What a call works in. */
  private record Memory(FloatInput input, FloatOutput output, float[] column) {}

  private TextReader(Network finder, Network reader, int limit) {
    this.finder = finder;
    this.reader = reader;
    this.characters = Characters.of(reader.metadata().get("character"));
    for (int c = 0; c < 3; c++) {
      gain[c] = 1 / (255 * DEVIATION[c]);
      offset[c] = -MEAN[c] / DEVIATION[c];
    }
    int classes = characters.all().size();
    callers =
        new CallerPool<>(
            "text",
            limit,
            () -> new Memory(new FloatInput(), new FloatOutput(), new float[classes]),
            memory -> {});
  }

  /**
   * @throws ModelException where a network does not load
   */
  static TextReader load(byte[] finder, byte[] reader, ModelSettings settings) {
    Network first = Network.open(new Weights.InMemory(finder), settings);
    try {
      Network second = Network.open(new Weights.InMemory(reader), settings);
      return new TextReader(first, second, settings.callers());
    } catch (RuntimeException e) {
      first.close();
      throw e;
    }
  }

  /**
   * The text on {@code image}. Blocks until a core is free, then for the runs.
   *
   * @param find whether to look for pieces of text; else the picture is one line of it
   * @param read whether to read the pieces, else they stay without text
   * @param inferenceNanos told, on this thread, the nanoseconds inside the networks
   * @throws ModelException where the picture cannot be used or a run fails
   */
  public PictureText read(Image image, boolean find, boolean read, LongConsumer inferenceNanos) {
    Memory memory = callers.take();
    try (Mat colour = colour(image.pixels())) {
      if (!find) {
        String line = line(colour, memory, inferenceNanos);
        return new PictureText(line, List.of());
      }
      return pieces(colour, read, memory, inferenceNanos);
    } catch (OrtException | RuntimeException e) {
      throw new ModelException("reading text failed: " + e.getMessage(), e);
    } finally {
      callers.give(memory);
    }
  }

  private static Mat colour(Mat pixels) {
    if (pixels.channels() != 1) {
      return new Mat(pixels);
    }
    Mat colour = new Mat();
    opencv_imgproc.cvtColor(pixels, colour, opencv_imgproc.COLOR_GRAY2BGR);
    return colour;
  }

  private PictureText pieces(Mat picture, boolean read, Memory memory, LongConsumer nanos)
      throws OrtException {
    List<List<Quad>> rows = ReadingOrder.rows(find(picture, memory, nanos));
    List<TextLine> lines = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (List<Quad> row : rows) {
      List<String> fragments = new ArrayList<>();
      for (Quad quad : row) {
        String text = "";
        if (read) {
          try (Mat upright = UprightText.cut(picture, quad)) {
            text = upright.empty() ? "" : line(upright, memory, nanos);
          }
        }
        lines.add(new TextLine(quad.box(), text, quad.score()));
        if (!text.isBlank()) {
          fragments.add(text.strip());
        }
      }
      texts.add(String.join(" ", fragments));
    }
    return new PictureText(read ? String.join("\n", texts) : "", List.copyOf(lines));
  }

  private List<Quad> find(Mat picture, Memory memory, LongConsumer nanos) throws OrtException {
    double shorter = Math.min(picture.cols(), picture.rows());
    double longer = Math.max(picture.cols(), picture.rows());
    double ratio = Math.min(Math.max(1, SHORTER_SIDE / shorter), LONGER_SIDE / longer);
    int width = grid(picture.cols() * ratio);
    int height = grid(picture.rows() * ratio);
    try (Mat resized = new Mat();
        Size size = new Size(width, height)) {
      opencv_imgproc.resize(picture, resized, size, 0, 0, opencv_imgproc.INTER_LINEAR);
      FloatBuffer floats = memory.input.fill(resized, width, gain, offset);
      TensorSpec spec = new TensorSpec(finder.input().name(), List.of(1, 3, height, width));
      FloatBuffer map = memory.output.run(finder, floats, spec, nanos).values();
      return TextQuads.of(map, width, height, picture.cols(), picture.rows());
    }
  }

  private static int grid(double size) {
    return Math.max(GRID, (int) Math.rint(size / GRID) * GRID);
  }

  /** What a line of text says. */
  private String line(Mat upright, Memory memory, LongConsumer nanos) throws OrtException {
    double ratio = (double) upright.cols() / upright.rows();
    int content = (int) Math.max(1, Math.min(MOST_LINE_WIDTH, Math.ceil(LINE_HEIGHT * ratio)));
    int width = Math.max(LEAST_LINE_WIDTH, content);
    try (Mat resized = new Mat();
        Size size = new Size(content, LINE_HEIGHT)) {
      opencv_imgproc.resize(upright, resized, size, 0, 0, opencv_imgproc.INTER_LINEAR);
      FloatBuffer floats = memory.input.fill(resized, width, LINE_GAIN, LINE_OFFSET);
      TensorSpec spec = new TensorSpec(reader.input().name(), List.of(1, 3, LINE_HEIGHT, width));
      OutputTensor scores = memory.output.run(reader, floats, spec, nanos);
      int columns = scores.spec().dimension(1);
      int classes = scores.spec().dimension(2);
      return characters.decode(scores.values(), columns, classes, memory.column);
    }
  }

  /** Waits for the calls under way, then frees everything. May be called twice. */
  void close() {
    callers.close();
    finder.close();
    reader.close();
  }
}
