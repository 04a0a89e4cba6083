/**
 * Roboflow's door to live sessions: one request with an offer, one answer, no socket. What is asked
 * and answered is in {@code src/docs/from-roboflow.md}.
 *
 * <p>The order of calls:
 *
 * <pre>
 *   WorkerServlet, RequestDesk   the paths; origin, size, key
 *     WorkerDoors                path to who answers
 *       WorkerRequest            the body to a SessionOffer
 *       SessionRegistry.open     the same sessions as the socket's
 *       Handshake                the session's events until there is an answer
 *         CompleteAnswer         the description with all candidates
 *       Leases                   sessions by the ids that their clients gave them
 * </pre>
 *
 * <ol>
 *   <li>W-1: requests, answers, errors and their status have the form of Roboflow's server, keys
 *       that are not known are ignored, because its clients are not to notice the difference.
 *   <li>W-2: there is no trickle: the answer has the server's candidates in it, and leaves when all
 *       are found or after two seconds.
 *   <li>W-3: every request is answered once, whatever becomes of its session.
 *   <li>W-4: a session without a socket lives by its peer connection: it ends with it, by the
 *       housekeeper's limits, or when its client says so.
 *   <li>W-5: the pipeline's id is never told: the published clients would send it, with the key, to
 *       somebody else's server.
 *   <li>W-6: a client may ask for this server's STUN and TURN servers before it offers, with a key
 *       where keys are listed, because it needs them when it gathers its candidates.
 * </ol>
 */
package io.sightline.worker;
