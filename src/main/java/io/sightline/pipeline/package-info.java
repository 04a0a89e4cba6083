/**
 * One session's loop over frames.
 *
 * <pre>
 *   source ─ frame ─► picture ─► workflow ─► choice ─► result on the data channel
 *                                               └────► then the picture on the track
 * </pre>
 *
 * <p>Order of calls: construct {@link io.sightline.pipeline.FramePipeline}, set its outputs and
 * parameters, let frames come; {@link io.sightline.pipeline.FramePipeline#complete} where the
 * client is to be told of the end, then {@link io.sightline.pipeline.FramePipeline#end}, and when
 * its stage completes dispose of what it worked on.
 *
 * <ol>
 *   <li>P-1: at most one task of a session is on the shared executor, one frame a turn, because
 *       sessions share the cores fairly and a workflow has one caller at a time.
 *   <li>P-2: a task that will not run is told to whoever gave it, one that was accepted runs even
 *       while the server shuts down, because life-cycle calls must not vanish.
 *   <li>P-3: no more tasks run at once than the administrator says, because more threads than cores
 *       only make every frame later. A task that waits for seconds, as for a model that loads,
 *       lends its place meanwhile.
 *   <li>P-4: null shows the first image output, a name that output (of a map its last picture), an
 *       empty list the frame as it came in, with a line in its message's errors, as the reference
 *       does, and which is no failure; a client that wants no picture gets none; a name without a
 *       picture falls back to any picture and says so, in the errors and on the picture.
 *   <li>P-5: where there is no picture at all the frame is shown with the reason drawn on it,
 *       errors of the workflow first, because a frozen video explains nothing.
 *   <li>P-6: the result of a frame leaves before its picture, because clients pair them.
 *   <li>P-7: while paused frames are dropped and counted and nothing is sent.
 *   <li>P-8: whatever throws on a frame's path becomes an error of that frame and is counted; the
 *       loop goes on, because the next frame may work.
 *   <li>P-9: in every-frame mode each frame is processed in order, and once a client acknowledges
 *       no frame runs further ahead of it than the window; a frame whose message did not leave
 *       counts as acknowledged, because nobody would ever acknowledge it.
 *   <li>P-10: rates are those of the last three seconds, times percentiles of the last 512 frames,
 *       because an average since the start hides what a person sees now.
 *   <li>P-11: the message of the end is sent once, after the frames.
 *   <li>P-12: after the end no frame is taken, and the stage completes when none is in work,
 *       because natives are disposed of next.
 *   <li>P-13: pictures of a frame go back to the session's pool whatever happened on its path.
 *   <li>P-14: a thread whose task does not return gets a substitute, a bounded number of times,
 *       because one hostile workflow must not stop everybody's; how many are stuck can be asked.
 *   <li>P-15: where the client reads no errors, all of a frame's are drawn on its picture. A tap
 *       sees every frame's outputs before that, and may leave frames out.
 *   <li>P-16: queues and times are in every snapshot, and in the log every five seconds where that
 *       is asked for, also while no frame comes; each line names its session.
 *   <li>P-17: where threads are short every session gets the same time of them, whatever its frames
 *       cost, steps side by side included; of those that have had as much, the one that waits
 *       longest is next, because a heavy workflow must not slow down the light ones.
 * </ol>
 */
package io.sightline.pipeline;
