/**
 * Blocks that draw on pictures, pixel for pixel as the annotators of Roboflow's supervision do.
 *
 * <ol>
 *   <li>KV-1: a block draws on a copy unless it is told not to; the copy is left out where nobody
 *       else can see the picture that came in, because it is the dearest part of drawing.
 *   <li>KV-2: colours are counted around the palette by class, place or track.
 *   <li>KV-3: the native points and colours of calls are made once for each step, not each frame.
 * </ol>
 */
package io.sightline.workflow.blocks.visualizations;
