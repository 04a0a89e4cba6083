package io.sightline.workflow.block;

import io.sightline.vision.CropArea;
import io.sightline.vision.Detections;
import io.sightline.vision.Image;
import io.sightline.vision.ImageScope;
import io.sightline.vision.VideoMetadata;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/**
 * What a block gets for one element: the values of its fields and the frame's scope for pictures.
 * For the thread that runs the block, while it runs.
 */
public final class StepInput {
  private final Manifest manifest;
  private final Object[] values;
  private final BitSet disposable;
  private final ImageScope images;
  private final LongAdder inferenceNanos;
  private final Allowance allowance;
  private List<Image> created = List.of();

  /** For a block that runs outside of a workflow, with no limits. */
  public StepInput(
      Manifest manifest,
      Object[] values,
      BitSet disposable,
      ImageScope images,
      LongAdder inferenceNanos) {
    this(manifest, values, disposable, images, inferenceNanos, new Allowance(RunLimits.NONE));
  }

  /**
   * @param values in the order of the manifest's fields
   * @param disposable places of the fields whose picture nobody else reads
   * @param images where pictures are made that last as long as the frame
   * @param inferenceNanos sums the time inside models
   * @param allowance what the run may still make
   */
  public StepInput(
      Manifest manifest,
      Object[] values,
      BitSet disposable,
      ImageScope images,
      LongAdder inferenceNanos,
      Allowance allowance) {
    this.manifest = manifest;
    this.values = values;
    this.disposable = disposable;
    this.images = images;
    this.inferenceNanos = inferenceNanos;
    this.allowance = allowance;
  }

  /** The value of a field, null where it has none. */
  public Object value(String field) {
    return values[manifest.indexOf(field)];
  }

  /** What the run may make. */
  public RunLimits limits() {
    return allowance.limits();
  }

  /** True where the block's manifest has a field of this name. */
  public boolean has(String field) {
    return manifest.has(field);
  }

  public Image image(String field) {
    return cast(field, Image.class, "a picture");
  }

  public Detections detections(String field) {
    return cast(field, Detections.class, "detections");
  }

  public String text(String field) {
    return cast(field, String.class, "a string");
  }

  public boolean flag(String field) {
    return cast(field, Boolean.class, "true or false");
  }

  public int wholeNumber(String field) {
    double value = number(field);
    if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
      throw wrong(field, "a whole number");
    }
    return (int) value;
  }

  public double number(String field) {
    return cast(field, Number.class, "a number").doubleValue();
  }

  public List<?> list(String field) {
    return cast(field, List.class, "a list");
  }

  /**
   * A picture of this frame with the same pixels as {@code image}, which the block may write.
   *
   * @throws BlockException where the run may not make so many pixels
   */
  public Image copy(Image image) {
    allowance.takePixels((long) image.width() * image.height());
    return keep(images.copy(image));
  }

  /**
   * A picture of this frame with the pixels of a part of {@code image}, which the block may write.
   *
   * @param id names the part; its parent's identifier from here on
   * @param video which frame of which video the part is
   * @throws BlockException where the run may not make so many pixels
   */
  public Image crop(Image image, CropArea area, String id, VideoMetadata video) {
    allowance.takePixels(area.pixels());
    return keep(images.crop(image, area, id, video));
  }

  /**
   * Looks whether the run may make so many elements more, before the block makes them.
   *
   * @throws BlockException where it may not
   */
  public void checkElements(long count) {
    allowance.check(count);
  }

  /**
   * A picture of this frame at the place of {@code like}, content undefined.
   *
   * @throws BlockException where the run may not make so many pixels
   */
  public Image create(Image like, int width, int height, int channels) {
    allowance.takePixels((long) width * height);
    return keep(images.create(like, width, height, channels));
  }

  /** The frame's scope, for pictures that are made otherwise. */
  public ImageScope images() {
    return images;
  }

  /**
   * The picture in {@code field} to write on: a copy, or the picture itself where it was made in
   * this frame for this block alone, so that nobody can tell the difference.
   */
  public Image writable(String field) {
    Image image = image(field);
    if (!disposable.get(manifest.indexOf(field))) {
      return copy(image);
    }
    image.overwritten();
    return keep(image);
  }

  /**
   * The picture in {@code field} itself to write on, although others see what is written: for steps
   * that are told so.
   */
  public Image shared(String field) {
    Image image = image(field);
    image.overwritten();
    return image;
  }

  /** Adds time that was spent inside a model. */
  public void addInferenceNanos(long nanos) {
    inferenceNanos.add(nanos);
  }

  /**
   * True where {@link #copy}, {@link #crop}, {@link #create} or {@link #writable} gave out {@code
   * image}.
   */
  public boolean created(Object image) {
    for (Image own : created) {
      if (own == image) {
        return true;
      }
    }
    return false;
  }

  private Image keep(Image image) {
    if (created.isEmpty()) {
      created = new ArrayList<>(1);
    }
    created.add(image);
    return image;
  }

  private <T> T cast(String field, Class<T> type, String expected) {
    Object value = value(field);
    if (!type.isInstance(value)) {
      throw wrong(field, expected);
    }
    return type.cast(value);
  }

  private BlockException wrong(String field, String expected) {
    Object value = value(field);
    String got = value == null ? "nothing" : value.getClass().getSimpleName();
    return new BlockException("field '%s' must be %s, not %s".formatted(field, expected, got));
  }
}
