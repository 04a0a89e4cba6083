/**
 * Definition and catalog to an execution graph: every reference resolved, every kind and dimension
 * checked, once, before the first frame.
 *
 * <p>{@link io.sightline.workflow.compiler.GraphCompiler} asks, in this order: does the version
 * fit; is every step what its manifest wants; are names unique; do references point to something of
 * a fitting kind; is there no cycle; do the dimensions of each step's inputs agree. The answer is
 * an {@link io.sightline.workflow.compiler.ExecutionGraph} without text to interpret.
 *
 * <ol>
 *   <li>C-1: types, messages and contexts of errors are those of Roboflow's engine, because clients
 *       show and match them; an unknown block also names its nearest known ones.
 *   <li>C-2: every value has a lineage, the list of what made its dimensions; inputs of one step
 *       agree in it, because elements of different origin cannot be paired.
 *   <li>C-3: steps are put into layers: a step is one layer below the lowest step that it reads or
 *       that controls it. Steps of one layer are independent.
 *   <li>C-4: a graph holds no state and is safe for use by several threads.
 * </ol>
 */
package io.sightline.workflow.compiler;
