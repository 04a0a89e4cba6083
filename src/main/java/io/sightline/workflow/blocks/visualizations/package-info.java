/**
 * Blocks that draw on pictures, pixel for pixel as the annotators of Roboflow's supervision do.
 *
 * <p>A {@link io.sightline.workflow.blocks.visualizations.DrawingType} is a manifest and where its
 * {@link io.sightline.workflow.blocks.visualizations.Painter}s come from; a {@link
 * io.sightline.workflow.blocks.visualizations.DrawingBlock} hands the painter a canvas on the
 * picture or its copy. What is the same for each detection is an {@link
 * io.sightline.workflow.blocks.visualizations.EachDetection.Shape}.
 *
 * <ol>
 *   <li>KV-1: a block draws on a copy unless it is told not to; the copy is left out where nobody
 *       else can see the picture that came in, because it is the dearest part of drawing.
 *   <li>KV-2: colours are counted around the palette by class, place or track.
 *   <li>KV-3: the native points, colours and layers of calls are made once for each step, not each
 *       frame.
 *   <li>KV-4: colours are mixed into the parts of a picture that shapes touch, each part once,
 *       because mixing whole frames costs more than drawing.
 *   <li>KV-5: sizes are bounded, and what lies outside of the picture costs nothing: a document or
 *       a model must not be able to hold a frame up.
 * </ol>
 */
package io.sightline.workflow.blocks.visualizations;
