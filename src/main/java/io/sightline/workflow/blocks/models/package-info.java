/**
 * Blocks that run a model: the step names it, the server's {@link io.sightline.model.ModelStore}
 * has it.
 *
 * <ol>
 *   <li>KM-1: a model that the document names is looked up when the step is made, because a person
 *       wants to know before the first frame that it does not exist.
 *   <li>KM-2: the time of the network's own run is counted for the frame, because everything else,
 *       what comes before and after it included, is ours to make quick.
 *   <li>KM-3: a model that is replaced while a frame is on its way to it is looked up again, so
 *       that no frame is lost for it.
 *   <li>KM-4: a block runs models of its own task; detection runs on whatever finds objects,
 *       because boxes are what all of those give.
 * </ol>
 */
package io.sightline.workflow.blocks.models;
