/**
 * The server's models over HTTP: which there are, what state they are in, what they take and give.
 * What is asked and answered is in {@code src/docs/models.md}.
 *
 * <p>{@link io.sightline.inventory.ModelsServlet} has the paths; the desk of {@code http} lets in
 * whom it lets in elsewhere and asks {@link io.sightline.inventory.ModelDoors}, which reads
 * immutable reports of the store.
 *
 * <ol>
 *   <li>I-1: an answer waits for no model, also while one loads, is fetched or is swapped.
 *   <li>I-2: why a model is refused is told in the words of the log; no path of the machine that
 *       the administrator has not written himself is told.
 *   <li>I-3: nothing can be changed here: the directory is the administrator's.
 * </ol>
 */
package io.sightline.inventory;
