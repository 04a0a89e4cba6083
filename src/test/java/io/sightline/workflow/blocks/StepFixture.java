package io.sightline.workflow.blocks;

import io.sightline.vision.Image;
import io.sightline.vision.ImagePool;
import io.sightline.vision.ImageScope;
import io.sightline.vision.VideoMetadata;
import io.sightline.workflow.block.BatchBlock;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockContext;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.BlockType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.StepInput;
import java.time.Instant;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.bytedeco.opencv.opencv_core.Mat;

/** One block at work, its fields at their defaults unless told otherwise. */
public final class StepFixture implements AutoCloseable {
  private final ImagePool pool = new ImagePool(8);
  private final ImageScope scope = new ImageScope(pool);
  private final BlockType type;
  private final Block block;
  private final Map<String, Object> given = new HashMap<>();

  public StepFixture(BlockType type) {
    this.type = type;
    this.block = type.create(new BlockContext("step", Map.of(), c -> null));
  }

  /** What the next runs have in a field. */
  public StepFixture with(String field, Object value) {
    given.put(field, value);
    return this;
  }

  /** The values of all outputs. */
  public List<Object> run() {
    Object[] values = new Object[type.manifest().fields().size()];
    for (Field field : type.manifest().fields()) {
      values[type.manifest().indexOf(field.name())] =
          given.getOrDefault(field.name(), field.defaultValue());
    }
    StepInput input = new StepInput(type.manifest(), values, new BitSet(), scope, new LongAdder());
    BlockResult result =
        block instanceof BatchBlock batch ? batch.runAll(List.of(input)).get(0) : block.run(input);
    return ((BlockResult.Values) result).values();
  }

  /** The picture in the first output. */
  public Image picture() {
    return (Image) run().get(0);
  }

  /**
   * A picture of these pixels.
   *
   * @param pixels row by row, channels beside each other
   */
  public Image image(int width, int height, int channels, byte[] pixels) {
    Mat mat = pool.take(width, height, channels);
    mat.data().put(pixels);
    VideoMetadata video = new VideoMetadata("cam", 7, Instant.EPOCH, 10.0, null, true);
    return scope.adopt(Image.frame(mat, pool, "image", video));
  }

  /** A grey picture of the levels that {@code levels} computes for x and y. */
  public Image grey(int width, int height, Levels levels) {
    byte[] pixels = new byte[width * height];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) levels.at(i % width, i / width);
    }
    return image(width, height, 1, pixels);
  }

  /** A coloured picture of the same levels in all channels. */
  public Image color(int width, int height, Levels levels) {
    byte[] pixels = new byte[width * height * 3];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) levels.at(i / 3 % width, i / 3 / width);
    }
    return image(width, height, 3, pixels);
  }

  /** A level for each place. */
  @FunctionalInterface
  public interface Levels {
    int at(int x, int y);
  }

  /** The levels of a picture, row by row, channels beside each other. */
  public static int[] levels(Image image) {
    byte[] bytes = new byte[image.width() * image.height() * image.channels()];
    image.pixels().data().get(bytes);
    int[] levels = new int[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      levels[i] = bytes[i] & 0xff;
    }
    return levels;
  }

  /** The level of a pixel's channel. */
  public static int level(Image image, int x, int y, int channel) {
    return levels(image)[(y * image.width() + x) * image.channels() + channel];
  }

  @Override
  public void close() {
    block.close();
    scope.close();
    pool.close();
  }
}
