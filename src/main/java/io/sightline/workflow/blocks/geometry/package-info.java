/**
 * Blocks that give objects another shape or another place: rotated rectangles, polygons with few
 * corners, another perspective, a place on earth.
 *
 * <ol>
 *   <li>KG-1: corners are rounded where Roboflow's engine rounds them, half to even or towards
 *       zero, because the next block computes with what is left.
 *   <li>KG-2: pictures and masks that a step is told to make are bounded by {@value
 *       io.sightline.workflow.blocks.geometry.Plane#MAX_PIXELS} pixels.
 * </ol>
 */
package io.sightline.workflow.blocks.geometry;
