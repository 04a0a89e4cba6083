/**
 * Blocks that follow objects from frame to frame, and the mathematics that they share.
 *
 * <p>A frame's detections go to a {@link io.sightline.workflow.blocks.trackers.Tracker}: it
 * predicts where its tracks are ({@link
 * io.sightline.workflow.blocks.trackers.ConstantVelocityFilter}), measures how much they overlap
 * with the detections ({@link io.sightline.workflow.blocks.trackers.BoxArray}), pairs them ({@link
 * io.sightline.workflow.blocks.trackers.Assignment}) in the stages that make one tracker different
 * from another, and tells which detection got which identity.
 *
 * <ol>
 *   <li>KT-1: identities are those that Roboflow's engine gives, ties between equally good pairs
 *       included, because documents count and filter by them. So the assignment takes rows and
 *       columns in the order of scipy's linear_sum_assignment, and overlaps are rounded to float as
 *       there.
 *   <li>KT-2: a tracker belongs to one video. A block remembers a bounded number of videos, a
 *       tracker a bounded number of tracks, and a frame with more detections than a tracker takes
 *       fails, because the work grows with their product.
 *   <li>KT-3: a tracker's parameters are those of the video's first frame.
 *   <li>KT-4: nothing is allocated for a frame that grows with the square of the detections: the
 *       matrices are kept from frame to frame.
 *   <li>KT-5: detections come out as they went in, with an identity; boxes are never replaced by
 *       predicted ones, other than by the block that smooths them.
 * </ol>
 */
package io.sightline.workflow.blocks.trackers;
