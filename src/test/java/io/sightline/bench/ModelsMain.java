package io.sightline.bench;

import io.sightline.model.Model;
import io.sightline.model.ModelException;
import io.sightline.model.ModelReport;
import io.sightline.model.ModelSnapshot;
import io.sightline.model.ModelStore;
import io.sightline.settings.ReferenceFile;
import io.sightline.vision.Image;
import io.sightline.vision.ImagePool;
import io.sightline.vision.VideoMetadata;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * What models cost and how they are shared, without a server, in a process of its own. Arguments:
 * seconds of a window, a work folder, a folder of models (none: those that ship). Writes {@link
 * ModelRows} on standard output, nothing else.
 */
final class ModelsMain {
  private static final String DEFAULT = "ssdlite-mobilenet-v2";

  private ModelsMain() {}

  public static void main(String[] args) throws Exception {
    PrintStream rows = System.out;
    System.setOut(System.err);
    double seconds = Double.parseDouble(args[0]);
    Path work = Path.of(args[1]);
    ModelRows out = new ModelRows(rows);
    Image frame = frame(1280, 720);
    try (ModelStore store = store(args.length > 2 ? args[2] : null, Map.of())) {
      steps(store, args.length > 2 ? Path.of(args[2]) : null, frame, seconds, out);
      out.heading("Eight sessions on the pipeline threads, all with " + DEFAULT);
      new FairSessions(store.get(DEFAULT), frame).rows(out);
    }
    out.heading("Models that change and go");
    new HotSwap(work.resolve("swap"), frame).rows(out);
    rows.flush();
    Runtime.getRuntime().halt(0);
  }

  /**
   * @param directory of models; null for none
   */
  static ModelStore store(String directory, Map<String, String> more) {
    Map<String, String> environment = new LinkedHashMap<>(more);
    if (directory != null) {
      environment.put("SIGHTLINE_MODELS_DIRECTORY", directory);
    }
    return new ModelStore(new ReferenceFile(environment).settings());
  }

  /** A row for each model, families together, and one for text. */
  private static void steps(
      ModelStore store, Path directory, Image frame, double seconds, ModelRows out) {
    out.heading("Models on a frame of %dx%d".formatted(frame.width(), frame.height()));
    List<ModelReport> loaded = new ArrayList<>();
    for (ModelSnapshot known : store.snapshots()) {
      try {
        store.get(known.id());
        loaded.add(store.report(known.id()));
      } catch (ModelException e) {
        System.err.println("bench: left out: " + e.getMessage());
      }
    }
    loaded.sort(Comparator.comparing(ModelReport::family));
    for (ModelReport report : loaded) {
      String id = report.snapshot().id();
      try {
        System.err.println("bench: model " + id);
        ModelStep.of(report, store.get(id), frame, weights(directory, id)).rows(seconds, out);
      } catch (ModelException | IOException e) {
        System.err.println("bench: left out: " + e.getMessage());
      }
    }
    Image sign = sign(frame);
    ModelStep.of(store.textReader(), sign).rows(seconds, out);
    sign.release();
  }

  /** The frame with three lines of text on it. */
  private static Image sign(Image frame) {
    Mat pixels = frame.pixels().clone();
    try (Scalar white = Scalar.all(255)) {
      for (int line = 0; line < 3; line++) {
        try (Point at = new Point(60, 120 + 120 * line)) {
          opencv_imgproc.putText(
              pixels,
              "EXIT " + line,
              at,
              opencv_imgproc.FONT_HERSHEY_SIMPLEX,
              2,
              white,
              4,
              16,
              false);
        }
      }
    }
    return Image.frame(pixels, new ImagePool(0), "image", frame.video());
  }

  /** The file of a model; null where it ships inside a library. */
  private static byte[] weights(Path directory, String id) throws IOException {
    if (directory != null) {
      for (String file : new String[] {id + "/weights.onnx", id + ".onnx"}) {
        Path path = directory.resolve(file);
        if (path.toFile().exists()) {
          return java.nio.file.Files.readAllBytes(path);
        }
      }
    }
    try (InputStream in = Model.class.getResourceAsStream(id + "/weights.onnx")) {
      return in == null ? null : in.readAllBytes();
    }
  }

  /** People who walk over a square, in that size. */
  static Image frame(int width, int height) throws IOException {
    byte[] jpeg;
    try (InputStream in = Model.class.getResourceAsStream("vtest.jpg")) {
      jpeg = in.readAllBytes();
    }
    Mat scaled = new Mat();
    try (Mat bytes = new Mat(jpeg, true);
        Mat whole = opencv_imgcodecs.imdecode(bytes, opencv_imgcodecs.IMREAD_COLOR);
        Size size = new Size(width, height)) {
      opencv_imgproc.resize(whole, scaled, size);
    }
    VideoMetadata video = new VideoMetadata("bench", 1, Instant.EPOCH, 30.0, null, true);
    return Image.frame(scaled, new ImagePool(0), "image", video);
  }
}
