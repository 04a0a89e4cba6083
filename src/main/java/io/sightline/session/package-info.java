/**
 * One peer connection's life: what has to be true before it opens, how it is negotiated, how long
 * it may last, and in which order everything that belongs to it is given back.
 *
 * <p>The order of calls:
 *
 * <pre>
 *   SessionRegistry.open    a place is taken, Session made (CDI), its serial executor started
 *     SessionDefaults.plan  options checked and filled in     SdpOffer.parse  offer checked
 *     SessionParts.open     workflow, frame source, results, peer connection, tracks, pipeline
 *     Negotiation.start     remote offer, answer, candidates both ways   --&gt; SessionEvent.Answered
 *     FrameInlet            frames flow: track or capture, frame source, pipeline, outbound track
 *   LiveSession.offer, candidate, configure, pause, resume, acknowledge, reportStatus
 *   Housekeeper.round       every few seconds: limits of time, figures, bitrate
 *   LiveSession.end         whoever calls first says why          --&gt; SessionEvent.Ended
 *     SessionParts.close    the one order of release; then the place is free
 * </pre>
 *
 * <ol>
 *   <li>S-1: every life-cycle call of a session runs on its one serial executor, never on a native
 *       thread and never under a lock, because the library waits for its own callbacks.
 *   <li>S-2: ending is possible any number of times from any thread, and releases every part once,
 *       in the order that {@code SessionParts.close} writes down; what a part throws does not keep
 *       the others from being released.
 *   <li>S-3: a place is taken before the costly part of opening and given back when nothing is
 *       left, so that neither races nor slow endings pass the limit.
 *   <li>S-4: the failed or closed connection ends the pipeline, and the end of a session, whoever
 *       asked for it, says so on the data channel, then on the socket, and closes the connection.
 *   <li>S-5: a change of outputs or parameters is checked whole before any of it holds.
 *   <li>S-6: offers are answered one at a time; the client's candidates wait until both
 *       descriptions are set, because the library silently loses earlier ones, and the server's
 *       until the answer has left.
 *   <li>S-7: what does not open leaves nothing behind and is told as one fatal error.
 *   <li>S-8: what a client sends is bounded in size, number and rate before native code sees it:
 *       descriptions, candidates, offers, data channels and their messages.
 *   <li>S-9: every session ends some day: it must connect, stay connected, stay in use, and has a
 *       longest life.
 *   <li>S-10: the housekeeper catches everything and stays scheduled.
 *   <li>S-11: objects of the library that own no reference (transceivers, receivers) are asked for
 *       anew each time, never kept; the section that carries the video back must stay, the client's
 *       own may move to another one, because the track has our sink.
 *   <li>S-13: a session whose source ends for good ends: the camera that the server captures, or
 *       the client's own video when a later offer removes it, or stops it and no further one starts
 *       it again within a while, because that is how clients change cameras. What the administrator
 *       does not list is never opened.
 *   <li>S-14: a session whose workflow does not return ends for its client, and its place is freed
 *       after a bounded time; what the workflow works on is released only when it returns.
 *   <li>S-15: a client that sends no video may upload one file instead, bounded in size, kept on
 *       disk only and only as long as its session. In every-frame mode no frame of it is left out;
 *       its turning and rate are the file's; after the last result comes the message of the end,
 *       and a moment later the session ends, because its source has.
 *   <li>S-16: an administrator reads in the log who came, for how long, and why it ended, one line
 *       each; a flood of sessions does not flood the log.
 *   <li>S-17: sessions of any kind, those without a peer connection as well, take a place of the
 *       one registry, and the housekeeper ends them by their own limits.
 *   <li>S-18: media may go through TURN servers, this server's and the client's, with fixed
 *       credentials or some made for each session from a secret that is never told; they may have
 *       to. Where a TURN server dies the session ends as with a peer that is cut off.
 *   <li>S-19: no name that a stranger wrote is looked up, and offline nobody outside is asked for
 *       anything, because a server is often installed where that is forbidden.
 *   <li>S-20: what happened to a session and what it takes of the machine can be asked at any time.
 *   <li>S-12: the package needs no container; {@code SessionBeans} and {@code Housekeeper} are the
 *       only classes that know one, and annotations.
 * </ol>
 */
package io.sightline.session;
