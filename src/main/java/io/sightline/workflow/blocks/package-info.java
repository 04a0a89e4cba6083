/**
 * The blocks themselves, a folder for each family, named for what its blocks do.
 *
 * <p>Nobody imports them: {@link java.util.ServiceLoader} finds their types, so that a new block is
 * a class, its line in META-INF/services and its test.
 *
 * <ol>
 *   <li>K-1: families do not use each other; what two need lies in this package.
 *   <li>K-2: fields, defaults, aliases and outputs are those of Roboflow's manifests; what differs
 *       is said in the type's description.
 *   <li>K-3: a family's settings reach its blocks in an object that a bean of the family makes and
 *       that blocks ask for by its type; a block itself reads no settings.
 * </ol>
 */
package io.sightline.workflow.blocks;
