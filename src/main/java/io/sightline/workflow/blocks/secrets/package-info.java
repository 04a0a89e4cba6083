/**
 * Blocks that fetch secrets.
 *
 * <ol>
 *   <li>KSE-1: a document reads those environment variables that the administrator names in a
 *       setting, and no others: documents come from strangers.
 *   <li>KSE-2: outputs have the kind secret, so that answers cover them.
 * </ol>
 */
package io.sightline.workflow.blocks.secrets;
