/**
 * The query language of workflow documents: operations in a chain, and statements about values.
 *
 * <p>{@link io.sightline.workflow.query.OperationsForm} and {@link
 * io.sightline.workflow.query.StatementForm} read a document's part once; the {@link
 * io.sightline.workflow.query.OperationChain} or {@link io.sightline.workflow.query.Statement} that
 * comes out is applied to a value with each frame.
 *
 * <ol>
 *   <li>Q-1: results are those of Roboflow's engine, which computes as Python does: division gives
 *       a fraction, rounding goes to the even neighbour of the binary value, text of true is True.
 *   <li>Q-2: a type is checked where an operation needs one and the error says the operation, its
 *       place in the chain and the type that came.
 *   <li>Q-3: one evaluation handles 2,000,000 elements, characters and digits at most, those of
 *       regular expressions among them, which find in linear time: documents and what they are
 *       applied to come from strangers, and a few operations can multiply a text for ever.
 *   <li>Q-4: operations and statements keep no state and are safe for use by several threads.
 * </ol>
 */
package io.sightline.workflow.query;
