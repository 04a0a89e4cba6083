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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
