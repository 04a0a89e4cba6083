/**
 * QR codes and barcodes: read from pictures, and drawn.
 *
 * <ol>
 *   <li>KC-1: codes are read by plain Java, because pictures come from anybody and native code that
 *       fails takes all sessions with it; the search is bounded, as the finding of patterns grows
 *       with the cube of their number.
 *   <li>KC-2: a drawn code has, module for module, the version, segments and mask that Roboflow's
 *       engine gives it.
 * </ol>
 */
package io.sightline.workflow.blocks.codes;
