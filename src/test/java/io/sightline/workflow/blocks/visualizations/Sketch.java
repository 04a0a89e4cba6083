package io.sightline.workflow.blocks.visualizations;

import io.sightline.vision.Attribute;
import io.sightline.vision.BoundingBox;
import io.sightline.vision.Color;
import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.vision.Image;
import io.sightline.vision.ImagePool;
import io.sightline.vision.ImageScope;
import io.sightline.vision.Mask;
import io.sightline.vision.VideoMetadata;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockContext;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.BlockType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.bytedeco.javacpp.indexer.UByteIndexer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;

/** A picture of one colour and a step that draws on copies of it. */
final class Sketch implements AutoCloseable {
  static final Color RED = new Color(255, 0, 0);

  private final ImagePool pool = new ImagePool(4);
  private final ImageScope scope = new ImageScope(pool);
  private final Manifest manifest;
  private final Block block;
  final Image image;

  Sketch(BlockType type, int width, int height, Color color) {
    manifest = type.manifest();
    block = type.create(new BlockContext("step", Map.of("predictions", "given"), c -> null));
    image = picture(width, height, color);
  }

  /** Another picture for the same step. */
  Image picture(int width, int height, Color color) {
    Mat pixels = pool.take(width, height, 3);
    pixels.put(new Scalar(color.blue(), color.green(), color.red(), 0));
    VideoMetadata video = new VideoMetadata("video", 1, Instant.EPOCH, 30.0, null, null);
    return scope.adopt(Image.frame(pixels, pool, "image", video));
  }

  /** A picture of grey levels for the same step. */
  Image grey(int width, int height) {
    Mat pixels = pool.take(width, height, 1);
    pixels.put(Scalar.all(90));
    return scope.adopt(Image.frame(pixels, pool, "image", null));
  }

  /** What the step makes of the picture. */
  Image draw(Map<String, Object> fields) {
    return drawOn(image, fields);
  }

  Image drawOn(Image target, Map<String, Object> fields) {
    Object[] values =
        manifest.fields().stream().map(field -> value(field, target, fields)).toArray();
    StepInput input = new StepInput(manifest, values, new BitSet(), scope, new LongAdder());
    return (Image) ((BlockResult.Values) block.run(input)).values().get(0);
  }

  private static Object value(Field field, Image target, Map<String, Object> fields) {
    if (fields.containsKey(field.name())) {
      return fields.get(field.name());
    }
    return field.name().equals("image") ? target : field.defaultValue();
  }

  static Color at(Image image, int x, int y) {
    try (UByteIndexer pixels = image.pixels().createIndexer()) {
      return new Color(pixels.get(y, x, 2), pixels.get(y, x, 1), pixels.get(y, x, 0));
    }
  }

  /** How many pixels differ from those of the picture. */
  int touched(Image drawn) {
    int count = 0;
    try (UByteIndexer now = drawn.pixels().createIndexer();
        UByteIndexer before = image.pixels().createIndexer()) {
      for (int y = 0; y < image.height(); y++) {
        for (int x = 0; x < image.width(); x++) {
          boolean same = true;
          for (int c = 0; c < 3; c++) {
            same &= now.get(y, x, c) == before.get(y, x, c);
          }
          count += same ? 0 : 1;
        }
      }
    }
    return count;
  }

  Detection box(float x1, float y1, float x2, float y2) {
    return Detection.on(image, new BoundingBox(x1, y1, x2, y2), 0.75f, 0, "thing", "id");
  }

  /** A detection whose mask is its box, the far edges included. */
  Detection instance(int x1, int y1, int x2, int y2) {
    int[][] corners = {{x1, y1}, {x2, y1}, {x2, y2}, {x1, y2}};
    Mask mask = Mask.ofPolygon(image.width(), image.height(), corners);
    return box(x1, y1, x2, y2).with(Attribute.MASK, mask);
  }

  Detections detections(Detection... all) {
    return new Detections(List.of(all), image.width(), image.height());
  }

  @Override
  public void close() {
    block.close();
    scope.close();
    pool.close();
  }
}
