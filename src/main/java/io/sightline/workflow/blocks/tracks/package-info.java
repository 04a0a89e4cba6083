/**
 * Blocks on detections that a tracker has named: they remember what each object did before.
 *
 * <ol>
 *   <li>KTR-1: what is remembered of an object belongs to its video, and the number of both is
 *       bounded, because identities are never used again.
 *   <li>KTR-2: where the frames come from a file, time is the frame's number over the rate; else it
 *       is when the frame arrived, because a live source has no other.
 * </ol>
 */
package io.sightline.workflow.blocks.tracks;
