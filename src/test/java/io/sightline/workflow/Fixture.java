package io.sightline.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import io.sightline.settings.ReferenceFile;
import io.sightline.vision.Image;
import io.sightline.vision.ImagePool;
import io.sightline.vision.ImageScope;
import io.sightline.vision.VideoMetadata;
import io.sightline.workflow.block.BlockCatalog;
import io.sightline.workflow.block.BlockType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;

/** An engine and pictures for tests. */
final class Fixture {
  static final ImagePool POOL = new ImagePool(16);

  private Fixture() {}

  /** An engine with the blocks of META-INF/services and those of these that it lacks. */
  static WorkflowEngine engine(List<BlockType> more) {
    BlockCatalog discovered = BlockCatalog.discover();
    List<BlockType> types = new ArrayList<>(discovered.types());
    more.stream()
        .filter(type -> discovered.find(type.manifest().type()).isEmpty())
        .forEach(types::add);
    return new WorkflowEngine(
        new ReferenceFile(Map.of()).settings(), new BlockCatalog(types), c -> null, Runnable::run);
  }

  static VideoMetadata video(String id) {
    return new VideoMetadata(id, 0, Instant.now(), 30.0, null, null);
  }

  /** A grey picture of this size, which the scope releases. */
  static Image frame(ImageScope scope, int width, int height) {
    Mat pixels = POOL.take(width, height, 3);
    pixels.put(org.bytedeco.opencv.opencv_core.Scalar.all(90));
    return scope.adopt(Image.frame(pixels, POOL, "image", video("image")));
  }

  /** The value of a request's input, base64 pictures decoded. */
  static Object value(JsonNode node, String name, boolean image, ImageScope scope) {
    if (!image) {
      return plain(node);
    }
    if (!node.isArray()) {
      return picture(node, name, scope);
    }
    List<Object> all = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      all.add(picture(node.get(i), name + ".[" + i + "]", scope));
    }
    return all;
  }

  private static Object picture(JsonNode node, String id, ImageScope scope) {
    if (node.isNull()) {
      return null;
    }
    String text = node.isTextual() ? node.asText() : node.get("value").asText();
    byte[] bytes = Base64.getDecoder().decode(text.substring(text.indexOf(',') + 1));
    try (BytePointer pointer = new BytePointer(bytes);
        Mat encoded = new Mat(1, bytes.length, 0, pointer)) {
      Mat pixels = opencv_imgcodecs.imdecode(encoded, opencv_imgcodecs.IMREAD_COLOR);
      return scope.adopt(Image.frame(pixels, POOL, id, video(node.path("video_metadata"), id)));
    }
  }

  private static VideoMetadata video(JsonNode node, String id) {
    if (node.isMissingNode()) {
      return video(id);
    }
    return new VideoMetadata(
        node.get("video_identifier").asText(),
        node.get("frame_number").asLong(),
        moment(node.get("frame_timestamp").asText()),
        node.path("fps").isNumber() ? node.get("fps").asDouble() : null,
        null,
        node.path("comes_from_video_file").isBoolean()
            ? node.get("comes_from_video_file").asBoolean()
            : null);
  }

  private static Instant moment(String text) {
    return DateTimeFormatter.ISO_DATE_TIME.withZone(ZoneOffset.UTC).parse(text, Instant::from);
  }

  /** A node as maps, lists and plain values. */
  static Object plain(JsonNode node) {
    if (node.isObject()) {
      Map<String, Object> map = new LinkedHashMap<>();
      node.properties().forEach(e -> map.put(e.getKey(), plain(e.getValue())));
      return map;
    }
    if (node.isArray()) {
      List<Object> list = new ArrayList<>();
      node.forEach(n -> list.add(plain(n)));
      return list;
    }
    if (node.isNumber()) {
      return node.numberValue();
    }
    if (node.isBoolean()) {
      return node.asBoolean();
    }
    return node.isNull() ? null : node.asText();
  }
}
