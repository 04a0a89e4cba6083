package io.sightline.workflow.blocks.models;

import io.sightline.model.DetectionOptions;
import io.sightline.vision.Detections;
import io.sightline.vision.Image;

/** Finds objects on a picture, in its pixels. Blocks while it computes. */
@FunctionalInterface
interface Detector {
  Detections detect(Image image, DetectionOptions options);
}
