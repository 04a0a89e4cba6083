package io.sightline.workflow.blocks.models;

import io.sightline.model.DetectionOptions;
import io.sightline.vision.Detections;
import io.sightline.vision.Image;
import java.util.function.LongConsumer;

/**
 * Finds objects on a picture with the model of an id, in the picture's pixels. Blocks while it
 * computes, and tells the nanoseconds inside the network.
 */
@FunctionalInterface
interface Detector {
  Detections detect(
      String modelId, Image image, DetectionOptions options, LongConsumer inferenceNanos);
}
