/**
 * Texts out of detections: words and letters that a model found, put in reading order.
 *
 * <ol>
 *   <li>KX-1: the order is Roboflow's also where it is odd, such as for letters that jitter over a
 *       line's border, because documents are tuned to it.
 *   <li>KX-2: what grows faster than the number of detections is bounded.
 * </ol>
 */
package io.sightline.workflow.blocks.text;
