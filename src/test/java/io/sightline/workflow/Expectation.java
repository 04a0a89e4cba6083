package io.sightline.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import io.sightline.vision.Detections;
import io.sightline.vision.Image;
import io.sightline.vision.ImageOrigin;
import io.sightline.vision.Moments;
import io.sightline.workflow.block.DetectionsDictionary;
import java.time.temporal.Temporal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bytedeco.javacpp.indexer.UByteIndexer;

/** Compares what the engine answers with a recorded answer. */
final class Expectation {
  private final double tolerance;
  private final Map<String, JsonNode> probes = new HashMap<>();
  private final Set<String> tables = new HashSet<>();
  private final Placeholders texts = new Placeholders();

  Expectation(JsonNode vector) {
    tolerance = vector.path("compare").path("tolerance").asDouble();
    vector.path("compare").path("csv").forEach(c -> tables.add(c.get("path").asText()));
    vector.path("expected_image_probes").forEach(p -> probes.put(p.get("path").asText(), p));
  }

  void check(JsonNode expected, Object actual, String path) {
    if (actual instanceof Detections detections) {
      check(expected, DetectionsDictionary.write(detections), path);
    } else if (actual instanceof Image image) {
      checkImage(expected, image, path);
    } else if (expected.isObject()) {
      Map<?, ?> map = (Map<?, ?>) actual;
      TreeSet<String> keys = new TreeSet<>();
      expected.fieldNames().forEachRemaining(keys::add);
      assertEquals(keys, new TreeSet<>(map.keySet()), path);
      keys.forEach(k -> check(expected.get(k), map.get(k), path + "." + k));
    } else if (expected.isArray()) {
      List<?> list = (List<?>) actual;
      assertEquals(expected.size(), list.size(), path);
      for (int i = 0; i < list.size(); i++) {
        check(expected.get(i), list.get(i), path + "[" + i + "]");
      }
    } else if (expected.isNumber()) {
      assertTrue(actual instanceof Number, path + ": " + actual);
      double wanted = expected.asDouble();
      double bound = Math.max(tolerance, 1e-6 * Math.abs(wanted));
      assertEquals(wanted, ((Number) actual).doubleValue(), bound, path);
    } else if (expected.isBoolean()) {
      assertEquals(expected.asBoolean(), actual, path);
    } else if (expected.isNull()) {
      boolean nan = actual instanceof Double d && d.isNaN();
      assertTrue(actual == null || nan, path + ": " + actual);
    } else if (tables.contains(path)) {
      CsvExpectation.check(expected.asText(), actual, path);
    } else {
      checkText(expected.asText(), actual, path);
    }
  }

  private void checkText(String expected, Object actual, String path) {
    if (Moments.is(actual)) {
      assertEquals(expected, Moments.text((Temporal) actual), path);
    } else {
      texts.check(expected, actual, path);
    }
  }

  private void checkImage(JsonNode expected, Image image, String path) {
    JsonNode video = expected.get("video_metadata");
    texts.check(video.get("video_identifier").asText(), image.video().videoIdentifier(), path);
    assertEquals(video.get("frame_number").asLong(), image.video().frameNumber(), path);
    if (expected.has("parent_id")) {
      texts.check(expected.get("parent_id").asText(), image.parent().id(), path);
      texts.check(expected.get("root_parent_id").asText(), image.root().id(), path);
      assertEquals(origin(expected, "parent_origin", image.parent().id()), image.parent(), path);
      assertEquals(origin(expected, "root_parent_origin", image.root().id()), image.root(), path);
    } else {
      assertEquals(image.parent(), image.root(), path);
    }
    JsonNode probe = probes.get(path + ".value");
    if (probe != null) {
      checkPixels(probe, image, path);
    }
  }

  private static ImageOrigin origin(JsonNode image, String key, String id) {
    JsonNode o = image.get(key);
    return new ImageOrigin(
        id,
        o.get("offset_x").asInt(),
        o.get("offset_y").asInt(),
        o.get("width").asInt(),
        o.get("height").asInt());
  }

  private static void checkPixels(JsonNode probe, Image image, String path) {
    assertEquals(probe.get("width").asInt(), image.width(), path);
    assertEquals(probe.get("height").asInt(), image.height(), path);
    int channels = probe.path("channels").asInt(3);
    assertEquals(channels, image.channels(), path);
    try (UByteIndexer pixels = image.pixels().createIndexer()) {
      for (JsonNode p : probe.get("probes")) {
        int x = p.get("x").asInt();
        int y = p.get("y").asInt();
        for (int c = 0; c < channels; c++) {
          int difference =
              Math.abs(pixels.get(y, x, channels - 1 - c) - p.get("rgb").get(c).asInt());
          assertTrue(difference <= p.get("tol").asInt(), path + " probe " + p);
        }
      }
      for (JsonNode r : probe.get("regions")) {
        for (int c = 0; c < channels; c++) {
          double mean = mean(pixels, r, channels - 1 - c);
          if (Math.abs(mean - r.get("mean_rgb").get(c).asDouble()) > r.get("tol").asDouble()) {
            fail(path + " region " + r + " has " + mean);
          }
        }
      }
    }
  }

  private static double mean(UByteIndexer pixels, JsonNode region, int channel) {
    long sum = 0;
    int width = region.get("w").asInt();
    int height = region.get("h").asInt();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        sum += pixels.get(region.get("y").asInt() + y, region.get("x").asInt() + x, channel);
      }
    }
    return (double) sum / (width * height);
  }
}
