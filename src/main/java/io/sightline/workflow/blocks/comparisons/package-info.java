/**
 * Blocks that hold two sets of detections against each other: which lie over which, which are the
 * nearest, which came and which went.
 *
 * <ol>
 *   <li>KCO-1: how many pairs a run looks at is bounded, because their number grows with the
 *       product of both sets.
 *   <li>KCO-2: outlines are compared where detections have masks, and boxes otherwise.
 * </ol>
 */
package io.sightline.workflow.blocks.comparisons;
