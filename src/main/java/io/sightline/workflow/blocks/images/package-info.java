/**
 * Blocks of classical computer vision: pictures to other pictures, and to what can be measured on
 * them.
 *
 * <ol>
 *   <li>KI-1: a block writes on pictures that it makes, never on the one it gets, although
 *       Roboflow's engine lets some of them draw on it.
 *   <li>KI-2: work is bounded before native code begins, because it cannot be stopped: sizes and
 *       counts have limits, and where only their product is dear, the product has.
 *   <li>KI-3: arrays that Roboflow hands on as numpy's are lists here, over plain Java arrays;
 *       native memory does not outlive the run that made it, except for what a block keeps for
 *       itself and closes.
 *   <li>KI-4: what numpy and scikit-image compute is computed in their order and precision, because
 *       pixels are cut off, not rounded, and would differ by one.
 *   <li>KI-5: the same pictures give the same answer, also where Roboflow's engine draws lots.
 * </ol>
 */
package io.sightline.workflow.blocks.images;
