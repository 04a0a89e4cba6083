/**
 * Blocks on embeddings: lists of numbers that say what a picture or a text is about.
 *
 * <ol>
 *   <li>KEM-1: an embedding has a bounded number of dimensions, and what is remembered of earlier
 *       ones takes bounded memory.
 *   <li>KEM-2: where nothing can be said, such as of a vector of length 0, the answer is not a
 *       number, which is null in JSON, because Roboflow's engine answers so.
 * </ol>
 */
package io.sightline.workflow.blocks.embeddings;
