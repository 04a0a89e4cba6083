/**
 * Blocks that cut pictures into parts and make other detections of detections.
 *
 * <ol>
 *   <li>KTF-1: a part is a picture of its own with a copy of its pixels, because parts are read
 *       beside blocks that write on the whole; the run's limits are asked before anything is
 *       copied.
 *   <li>KTF-2: edges are rounded and cut as Python does it, half to even and below zero counted
 *       from the far end, because crops that differ by a pixel give other detections.
 *   <li>KTF-3: what a detection says beyond its box goes with it unless Roboflow's block drops it.
 * </ol>
 */
package io.sightline.workflow.blocks.transformations;
