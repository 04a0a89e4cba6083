/**
 * Blocks that make one value of several: of the elements of a dimension, or of what several models
 * say.
 *
 * <ol>
 *   <li>KU-1: overlaps are computed and compared with the precision that Roboflow's engine has at
 *       that place, because a detection more or less is seen by everybody.
 *   <li>KU-2: whatever compares each detection with each other one is bounded in their number, and
 *       masks in the pixels that are compared.
 * </ol>
 */
package io.sightline.workflow.blocks.fusion;
