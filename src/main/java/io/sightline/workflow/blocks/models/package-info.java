/**
 * Blocks that run a model: the step names it, the server's {@link io.sightline.model.ModelStore}
 * has it.
 *
 * <ol>
 *   <li>KM-1: a model that the document names is looked up when the step is made, because a person
 *       wants to know before the first frame that it does not exist.
 *   <li>KM-2: time inside the model is counted for the frame, because everything else is our own.
 * </ol>
 */
package io.sightline.workflow.blocks.models;
