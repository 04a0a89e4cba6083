/**
 * Graph and frame to outputs.
 *
 * <p>{@link io.sightline.workflow.executor.InputAssembler} turns what a caller hands in into one
 * value for each input; {@link io.sightline.workflow.executor.ParameterBinder} holds parameters
 * against the fields they go into; {@link io.sightline.workflow.executor.GraphExecutor} then runs
 * layer after layer and answers with an {@link io.sightline.workflow.executor.ExecutionResult}.
 *
 * <ol>
 *   <li>X-1: a step that fails is an entry in the result, and the steps that read it are skipped
 *       with null; nothing is thrown, not even errors of native code, because one bad frame must
 *       not end a session. Only errors of the virtual machine itself go on.
 *   <li>X-2: heavy steps of one layer may run side by side. The caller takes steps like any other
 *       thread and waits only for steps that a thread has begun, so that it may itself come from
 *       the bounded pool that helps.
 *   <li>X-3: the result does not depend on which thread ran what: light steps run in the order of
 *       the document after the heavy ones.
 *   <li>X-4: a step is called for each element of its batch; what a value misses is null, and a
 *       step is skipped where it gets null unless its manifest accepts that.
 *   <li>X-5: values of parameters are held against the manifest when they are bound, not with each
 *       frame.
 *   <li>X-6: what strangers hand in is bounded before it is worked on: pictures in bytes and
 *       pixels, batches in values, lists in elements.
 *   <li>X-7: values come in as Roboflow's engine takes them, kind by kind, the first that fits; its
 *       messages say which did not.
 *   <li>X-8: what is of the kind of secrets is told neither in answers, whatever its type, nor in
 *       the messages of failures, because both end in logs and on pages.
 *   <li>X-9: whether the settings let a step run can be found out without making any other block,
 *       as a document that is only checked must not load models.
 * </ol>
 */
package io.sightline.workflow.executor;
