/**
 * The workflow engine's face: documents in Roboflow's format in, a result for each frame out.
 *
 * <pre>
 *  text --definition--> Definition --compiler--> ExecutionGraph --executor--> WorkflowResult
 *                                      ^                            ^
 *                                      '------- block, blocks ------'
 * </pre>
 *
 * <p>{@link io.sightline.workflow.WorkflowEngine#compile} once for each session, {@link
 * io.sightline.workflow.Workflow#bind} with each change of parameters, {@link
 * io.sightline.workflow.Workflow#run} with each frame, {@link io.sightline.workflow.Workflow#close}
 * in the end.
 *
 * <ol>
 *   <li>WF-1: documents made with Roboflow's editor run unchanged, with the same results, or are
 *       refused with the step, the property and the reason.
 *   <li>WF-2: everything that can be found out before the first frame is: no JSON, no look-up of a
 *       selector and no reflection happens with a frame.
 *   <li>WF-3: what fails with a frame is an entry in that frame's errors, never an exception.
 *   <li>WF-4: one exception leaves the face, with the fields of Roboflow's error body.
 *   <li>WF-5: a workflow is one session's and one caller's at a time, as its blocks keep state.
 *   <li>WF-6: workflows may be kept as files of one directory; their names lead nowhere else, and a
 *       file that cannot be used is named with the reason. One that becomes wrong while it is
 *       edited leaves what it was before in its place, because clients run it meanwhile.
 *   <li>WF-7: frames of several videos go through together as one batch, each with outputs of its
 *       own.
 * </ol>
 */
package io.sightline.workflow;
