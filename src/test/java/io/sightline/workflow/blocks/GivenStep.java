package io.sightline.workflow.blocks;

import io.sightline.vision.Image;
import io.sightline.vision.ImagePool;
import io.sightline.vision.ImageScope;
import io.sightline.vision.VideoMetadata;
import io.sightline.workflow.block.BlockContext;
import io.sightline.workflow.block.BlockType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.FormException;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;
import java.time.Instant;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

/** What the engine hands to a block, made without an engine. */
public final class GivenStep {
  private static final ImagePool POOL = new ImagePool(4);

  private GivenStep() {}

  /**
   * A step's fields as a document writes them, checked as the compiler does.
   *
   * @throws FormException where it would refuse them
   */
  public static Map<String, Object> fields(BlockType type, Map<String, Object> written) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (Field field : type.manifest().fields()) {
      if (!field.givenIn(written) && field.required()) {
        throw new FormException(field.name() + ": Field required");
      }
      fields.put(
          field.name(),
          field.givenIn(written) ? field.read(field.rawIn(written)) : field.defaultValue());
    }
    type.check(fields);
    return fields;
  }

  public static BlockContext context(
      Map<String, Object> fields, Function<Class<?>, Object> resources) {
    return new BlockContext("step", fields, resources);
  }

  /** The input of one run: these values, defaults for the other fields. */
  public static StepInput input(Manifest manifest, Map<String, Object> given) {
    Object[] values = new Object[manifest.fields().size()];
    for (int i = 0; i < values.length; i++) {
      Field field = manifest.fields().get(i);
      values[i] = given.containsKey(field.name()) ? given.get(field.name()) : field.defaultValue();
    }
    return new StepInput(manifest, values, new BitSet(), new ImageScope(POOL), new LongAdder());
  }

  /** A frame of 64 by 48 pixels of a video; the frame rate may be null. */
  public static Image frame(String video, long number, Double fps) {
    return Image.frame(
        POOL.take(64, 48, 3),
        POOL,
        "image",
        new VideoMetadata(video, number, Instant.EPOCH, fps, null, null));
  }
}
