package io.sightline.workflow;

import io.sightline.settings.Settings;
import io.sightline.vision.PictureDecoder;
import io.sightline.workflow.block.RunLimits;
import io.sightline.workflow.definition.DefinitionLimits;

/**
 * The bounds of documents and of what they are run on.
 *
 * @param pictures bounds of each picture of a request
 * @param batchValues values in all the batches of a request
 */
record WorkflowLimits(
    DefinitionLimits definition, PictureDecoder pictures, int batchValues, RunLimits run) {
  static WorkflowLimits of(Settings settings) {
    int listLength = settings.integer("sightline.workflow.list.max", 10, 10_000_000);
    return new WorkflowLimits(
        new DefinitionLimits(
            settings.integer("sightline.workflow.definition.max.bytes", 1024, 16 << 20),
            settings.integer("sightline.workflow.steps.max", 1, 10_000),
            settings.integer("sightline.workflow.nesting.max", 4, 256),
            listLength),
        new PictureDecoder(
            settings.integer("sightline.workflow.picture.max.bytes", 1024, 256 << 20),
            settings.integer("sightline.workflow.picture.max.pixels", 10_000, 268_435_456)),
        settings.integer("sightline.workflow.batch.max", 1, 100_000),
        new RunLimits(
            settings.integer("sightline.workflow.elements.max", 1, 1_000_000),
            1_000_000L * settings.integer("sightline.workflow.megapixels.max", 1, 100_000),
            listLength,
            settings.integer("sightline.workflow.evaluation.max", 1000, 100_000_000)));
  }
}
