/**
 * Blocks that make other values of values.
 *
 * <ol>
 *   <li>KF-1: operations are read when the step is checked; a frame only applies them.
 * </ol>
 */
package io.sightline.workflow.blocks.formatters;
