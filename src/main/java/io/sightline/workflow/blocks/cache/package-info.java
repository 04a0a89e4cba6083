/**
 * Blocks that keep a value of one frame for later ones.
 *
 * <ol>
 *   <li>KCA-1: what is stored is for the steps of one workflow, by the video that it is of: a
 *       client that names its video as another one does must not read the other's values.
 *   <li>KCA-2: it ends with the workflow, and before that with what is not used longest where the
 *       memory is full.
 *   <li>KCA-3: a stored picture is retained as long as it is stored, and handed out as one of the
 *       frame that fetches it.
 * </ol>
 */
package io.sightline.workflow.blocks.cache;
