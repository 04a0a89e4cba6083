/**
 * Blocks that measure objects and the gaps between them, in pixels and in units of the world.
 *
 * <ol>
 *   <li>KMS-1: a measure is taken from the mask where a detection has one, else from its box.
 * </ol>
 */
package io.sightline.workflow.blocks.measurements;
