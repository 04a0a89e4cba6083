/**
 * Blocks that decide which steps go on.
 *
 * <ol>
 *   <li>KW-1: the names of the next steps are gathered when the step is made; a frame only chooses
 *       among the sets.
 *   <li>KW-2: time is the wall clock's, or that of the video where a picture of it is given and its
 *       frame rate is known; what a block remembers of the past is its step's alone.
 *   <li>KW-3: what is remembered for each video is forgotten for the video seen longest ago when
 *       there are more than 256 of them, because a client names its videos as it likes.
 * </ol>
 */
package io.sightline.workflow.blocks.flow;
