/**
 * Blocks that remember values from frame to frame.
 *
 * <ol>
 *   <li>KME-1: what is remembered is bounded in number, and pictures that are remembered are
 *       retained and let go of again; see {@link io.sightline.workflow.blocks.KeptValues}.
 *   <li>KME-2: a list that was answered is never changed by a later frame.
 *   <li>KME-3: values are counted, compared and added up as Python does it, because the answers are
 *       those of Roboflow's engine.
 * </ol>
 */
package io.sightline.workflow.blocks.memory;
