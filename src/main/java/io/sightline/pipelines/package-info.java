/**
 * The stream manager's commands, over HTTP and over its TCP protocol. What is asked and answered is
 * in {@code src/docs/pipelines.md}.
 *
 * <pre>
 *   PipelinesServlet, RequestDesk, PipelineDoors       paths to commands       HttpReplies
 *   CommandServer, CommandConnection, CommandReader    messages to commands    CommandReply
 *     Commands                carries them out
 *       PipelinePayload       the fields of one that opens a pipeline of captured sources
 *         CapturedPipeline    over stream.InferencePipeline
 *       PeerPayload           the same for a browser's video
 *         PeerPipeline        over session.LiveSession, with PeerResults at its frames
 *       ReportForm, ResultForm
 * </pre>
 *
 * <ol>
 *   <li>PM-1: requests, answers, errors and their status have the form of Roboflow's server; fields
 *       that are not known are ignored. All that is wrong with a payload is told at once.
 *   <li>PM-2: both ways in lead to the same pipelines; those of other doors cannot be reached here.
 *   <li>PM-3: a pipeline of a browser is a session like any other. Of each frame its client gets
 *       the first selected output by itself, as text; what is wrong shows on the video.
 *   <li>PM-4: nothing is answered unless the administrator says so, separately for both ways in.
 *   <li>PM-5: the TCP protocol is spoken on the loopback network unless the administrator says
 *       otherwise. A command is bounded in bytes, nesting and time, so is the taking of its answer,
 *       and so are connections in number.
 *   <li>PM-6: where the server has a list of keys, every command needs one, over both ways in. The
 *       administrator may let go of that over TCP for commands that open no pipeline, because the
 *       reference's own front end sends none with them.
 *   <li>PM-7: every command is answered once, with an identifier of its own.
 *   <li>PM-8: threads come from the container, and end with the application.
 *   <li>PM-9: where the administrator bounds the memory, no pipeline is opened for which there is
 *       none: what the process has counts, and once more what the largest pipeline holds.
 * </ol>
 */
package io.sightline.pipelines;
