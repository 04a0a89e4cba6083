package io.sightline.workflow.blocks.trackers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sightline.vision.BoundingBox;
import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.vision.ImageOrigin;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Frames for trackers, from files and made by hand. */
final class Replay {
  private Replay() {}

  /** Feeds the frames of a file and compares the identities; returns how many there were. */
  static int check(String file, Function<double[], Tracker> factory) throws IOException {
    Tracker tracker = null;
    Identities out = new Identities();
    int named = 0;
    int number = 0;
    for (String line : lines(file)) {
      number++;
      if (line.startsWith("settings")) {
        tracker = factory.apply(numbers(line.substring(9), " "));
      } else if (line.startsWith("frame")) {
        Map<Integer, Integer> expected = new HashMap<>();
        Detections detections = frame(line, expected);
        out.clear();
        tracker.update(detections, null, out);
        Map<Integer, Integer> got = new HashMap<>();
        out.apply(detections).forEach(d -> got.put(Integer.valueOf(d.id()), d.trackerId()));
        assertEquals(expected, got, file + " line " + number);
        named += got.size();
      }
    }
    return named;
  }

  private static List<String> lines(String file) throws IOException {
    try (InputStream in = Replay.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static Detections frame(String line, Map<Integer, Integer> identities) {
    List<Detection> all = new ArrayList<>();
    String[] words = line.split(" ");
    for (int i = 1; i < words.length; i++) {
      double[] n = numbers(words[i], ",");
      if (n[5] >= 0) {
        identities.put(i - 1, (int) n[5]);
      }
      all.add(detection(i - 1, n[0], n[1], n[2], n[3], n[4]));
    }
    return new Detections(all, 640, 480);
  }

  private static double[] numbers(String text, String separator) {
    String[] words = text.split(separator);
    double[] numbers = new double[words.length];
    for (int i = 0; i < words.length; i++) {
      numbers[i] = Double.parseDouble(words[i]);
    }
    return numbers;
  }

  static Detection detection(
      int id, double x1, double y1, double x2, double y2, double confidence) {
    ImageOrigin origin = ImageOrigin.whole("image", 640, 480);
    return new Detection(
        new BoundingBox((float) x1, (float) y1, (float) x2, (float) y2),
        confidence,
        0,
        "car",
        Integer.toString(id),
        null,
        origin,
        origin,
        Map.of());
  }

  static Detections frame(Detection... detections) {
    return new Detections(List.of(detections), 640, 480);
  }
}
