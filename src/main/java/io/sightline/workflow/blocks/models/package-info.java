/**
 * Blocks that run a model: the step names it, the server's {@link io.sightline.model.ModelStore}
 * has it.
 *
 * <ol>
 *   <li>KM-1: a model that the document names is looked up when the step is made, because a person
 *       wants to know before the first frame that it does not exist.
 *   <li>KM-2: the time of the network's own run is counted for the frame, because everything else,
 *       what comes before and after it included, is ours to make quick.
 * </ol>
 */
package io.sightline.workflow.blocks.models;
