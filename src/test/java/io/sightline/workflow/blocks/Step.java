package io.sightline.workflow.blocks;

import io.sightline.vision.Attribute;
import io.sightline.vision.BoundingBox;
import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.vision.Image;
import io.sightline.vision.ImageOrigin;
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
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** One step of a block for tests, and what it works on: pictures of 320 x 240 pixels. */
public final class Step {
  private static final ImagePool POOL = new ImagePool(4);
  private static final ImageOrigin ORIGIN = ImageOrigin.whole("image", 0, 0);

  private final Manifest manifest;
  private final Block block;
  private final Map<String, Object> fields = new HashMap<>();

  /**
   * @param fields name and value in turn; defaults for the others
   */
  public Step(BlockType type, Object... fields) {
    manifest = type.manifest();
    manifest.fields().forEach(f -> this.fields.put(f.name(), f.defaultValue()));
    put(this.fields, fields);
    block = type.create(new BlockContext("step", this.fields, c -> null));
  }

  /** The outputs, in the manifest's order, of a run with other fields, name and value in turn. */
  public List<Object> run(Object... more) {
    Map<String, Object> all = new HashMap<>(fields);
    put(all, more);
    Object[] values = manifest.fields().stream().map(Field::name).map(all::get).toArray();
    StepInput input =
        new StepInput(manifest, values, new BitSet(), new ImageScope(POOL), new LongAdder());
    return ((BlockResult.Values) block.run(input)).values();
  }

  private static void put(Map<String, Object> to, Object... fields) {
    for (int i = 0; i < fields.length; i += 2) {
      to.put((String) fields[i], fields[i + 1]);
    }
  }

  /** A frame of a video, so many milliseconds after it started. */
  public static Image frame(String video, long number, long millis) {
    return Image.frame(POOL.take(320, 240, 3), POOL, "image", video(video, number, millis));
  }

  public static VideoMetadata video(String id, long number, long millis) {
    Instant start = Instant.parse("2024-03-01T12:00:00Z");
    return new VideoMetadata(id, number, start.plusMillis(millis), 10.0, null, false);
  }

  /** Detections on one picture. */
  public static Detections on(Detection... detections) {
    return new Detections(Arrays.asList(detections), 320, 240);
  }

  /** Nothing, as a tracker says it. */
  public static Detections nothingTracked() {
    return new Detections(List.of(), 320, 240, true);
  }

  /** A detection that is not tracked, by its centre and size. */
  public static Detection object(String name, double x, double y, double width, double height) {
    BoundingBox box =
        new BoundingBox(
            (float) (x - width / 2),
            (float) (y - height / 2),
            (float) (x + width / 2),
            (float) (y + height / 2));
    return new Detection(box, 0.75f, 0, name, name + x + "," + y, null, ORIGIN, ORIGIN, Map.of());
  }

  /** A person of 20 x 20 pixels, by its centre. */
  public static Detection tracked(int track, double x, double y) {
    return object("person", x, y, 20, 20).withTracker(track);
  }

  /** An object with a mask, by the mask's corners. */
  public static Detection outlined(String name, int[]... corners) {
    Mask mask = Mask.ofPolygon(320, 240, corners);
    double x = mask.left() + (mask.width() - 1) / 2.0;
    double y = mask.top() + (mask.height() - 1) / 2.0;
    return object(name, x, y, mask.width() - 1, mask.height() - 1).with(Attribute.MASK, mask);
  }
}
