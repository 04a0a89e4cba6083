package io.sightline.workflow.blocks.models;

import io.sightline.vision.Classification;
import io.sightline.vision.Image;
import java.util.function.LongConsumer;

/** Scores the classes of a picture with the model of an id. Blocks while it computes. */
@FunctionalInterface
interface Classifier {
  Classification classify(String modelId, Image image, LongConsumer inferenceNanos);
}
