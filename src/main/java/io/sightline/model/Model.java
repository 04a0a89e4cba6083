package io.sightline.model;

import io.sightline.vision.Detections;
import io.sightline.vision.Image;
import java.util.List;

/** An object detector, shared by all sessions. Safe for use by several threads. */
public final class Model {
  public String id() {
    throw new UnsupportedOperationException();
  }

  public List<String> classNames() {
    throw new UnsupportedOperationException();
  }

  /**
   * Finds objects on {@code image} (BGR), in its pixels, most confident first. Blocks for a core.
   */
  public Detections detect(Image image, DetectionOptions options) {
    throw new UnsupportedOperationException();
  }
}
