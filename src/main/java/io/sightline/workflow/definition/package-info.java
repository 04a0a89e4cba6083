/**
 * A workflow definition as its author wrote it: JSON to records, syntax only.
 *
 * <p>{@link io.sightline.workflow.definition.DefinitionReader} reads the text once; nothing here
 * knows a block, and nothing here runs on the path of a frame.
 *
 * <ol>
 *   <li>J-1: bytes, steps, nesting and lists of a definition are bounded before they are parsed,
 *       because definitions come from strangers.
 *   <li>J-2: what is wrong is collected, not thrown at the first sight, because a person who pastes
 *       a document wants the whole list; the compiler adds what the blocks find and refuses.
 *   <li>J-3: a text that is no JSON is refused with its line and column.
 *   <li>J-4: keys that nobody knows are ignored, as Roboflow's engine does, because its editor
 *       stores more than the engine reads.
 *   <li>J-5: inner workflows end here: their steps take the place of the step that holds them,
 *       named after both, so that nothing behind knows them; what that makes of a document is
 *       bounded.
 *   <li>J-6: blocks that a document defines in Python are refused by name, because none runs here.
 * </ol>
 */
package io.sightline.workflow.definition;
