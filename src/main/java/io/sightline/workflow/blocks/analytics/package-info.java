/**
 * Blocks that watch objects over time and tell what they did: crossed a line, stayed in a zone,
 * left their path, lay over each other.
 *
 * <ol>
 *   <li>KA-1: state is kept for each video identifier and, inside of that, for each track; the
 *       videos and tracks not used for the longest time give way, because a session may last for
 *       days and names of videos come from strangers.
 *   <li>KA-2: lines and zones are those of a video's first frame, as in Roboflow's engine, except
 *       for version 3 of the time in zone, whose zones may change with each frame.
 *   <li>KA-3: zones are rasterised once, not with each frame, and their size is bounded.
 * </ol>
 */
package io.sightline.workflow.blocks.analytics;
