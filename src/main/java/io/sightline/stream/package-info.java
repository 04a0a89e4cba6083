/**
 * Sessions without a browser: frames of captured sources go in rounds through a workflow, and what
 * it gives waits to be consumed.
 *
 * <p>The order of calls:
 *
 * <pre>
 *   SessionRegistry.admit        a place among all sessions is taken
 *     new InferencePipeline      sources permitted, workflow compiled, or an exception
 *     InferencePipeline.start    a capture on a thread of its own for each source
 *       StreamSource.take        picture -&gt; FrameBuffer: kept, dropped, or the source waits
 *       Rounds.next              one frame of each source that has one
 *       RoundWork.on             pictures, workflow, ResultBuffer
 *   InferencePipeline.consume    the oldest result
 *   Housekeeper                  limits of time, the end after the last source
 *   InferencePipeline.end        captures, then the round under way, then everything it used
 * </pre>
 *
 * <ol>
 *   <li>ST-1: a pipeline is a session of the one registry: it takes a place, shows in the same
 *       figures, shares the threads for frames, ends with the server.
 *   <li>ST-2: what becomes of a frame that finds its source's buffer full, and which frame is read
 *       next, are the five and the two strategies of the reference; where none is asked for, files
 *       lose no frame and cameras show their newest.
 *   <li>ST-3: a buffer is bounded in frames and pixels, results in number and bytes; what is
 *       dropped is counted.
 *   <li>ST-4: a round has one frame of every source that is expected to have one, or after the time
 *       for its collection of those that have; a source that is being opened again is not waited
 *       for.
 *   <li>ST-5: where a rate is asked for, files wait for it, and of cameras what comes too early is
 *       dropped.
 *   <li>ST-6: a camera that has shown a picture is opened again whatever ends its stream, ever
 *       later, for a long time: nobody is there to do it by hand. One that never did is an error of
 *       whoever named it, and the other sources go on.
 *   <li>ST-7: each change of a source's state, each begin, end and error is a status update; the
 *       last 512 are kept.
 *   <li>ST-8: pictures of a result are kept as they are and coded only when somebody consumes it.
 *   <li>ST-9: whatever throws on a round's path is a status update, told once as long as it stays
 *       the same; the next round may work.
 *   <li>ST-10: a pipeline whose sources have ended stays until its results are consumed, or for a
 *       while; then its place is free.
 *   <li>ST-11: the package needs no container.
 *   <li>ST-12: where a mode of collection is asked for, a camera's frames are read in order, those
 *       that are too old are dropped and counted, and the time for a round follows from what the
 *       cameras give and the work takes. Of a file no frame is ever too old.
 *   <li>ST-13: where the administrator says so, a rate that is asked for thins sources out evenly
 *       in the place of making files wait.
 * </ol>
 */
package io.sightline.stream;
