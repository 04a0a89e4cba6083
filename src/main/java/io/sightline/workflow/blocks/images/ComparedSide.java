package io.sightline.workflow.blocks.images;

import io.sightline.vision.Image;
import io.sightline.workflow.block.StepInput;
import org.bytedeco.opencv.opencv_core.Mat;

/** One of two pictures that are compared: itself, or only its descriptors. */
final class ComparedSide implements AutoCloseable {
  private final Image image;
  private final Features features;
  private final Object given;
  private final Mat rows;

  private ComparedSide(Image image, Features features, Object given, Mat rows) {
    this.image = image;
    this.features = features;
    this.given = given;
    this.rows = rows;
  }

  static ComparedSide of(StepInput input, String field) {
    Object value = input.value(field);
    if (value instanceof Image image) {
      return new ComparedSide(image, Features.of(image), null, null);
    }
    return new ComparedSide(null, null, value, Descriptors.read(field, value));
  }

  boolean ofPicture() {
    return image != null;
  }

  /** The picture; null where only its descriptors are known. */
  Image image() {
    return image;
  }

  /** What was found on the picture; null where only its descriptors are known. */
  Features features() {
    return features;
  }

  /** One row of numbers for each place, borrowed. */
  Mat rows() {
    return features == null ? rows : features.descriptors();
  }

  int count() {
    return rows().rows();
  }

  Object keypoints() {
    return features == null ? null : features.list();
  }

  Object descriptors() {
    return features == null ? given : features.array();
  }

  /** The picture in grey with its places; null where only its descriptors are known. */
  Image drawn(StepInput input) {
    if (features == null) {
      return null;
    }
    Image drawn = input.create(image, image.width(), image.height(), 3);
    features.draw(drawn.pixels());
    return drawn;
  }

  @Override
  public void close() {
    if (features != null) {
      features.close();
    } else {
      rows.close();
    }
  }
}
