/**
 * Offer in, answer out: the signaling socket, its messages and their limits. The protocol itself
 * with examples is in {@code src/docs/signaling.md}.
 *
 * <p>The order of calls:
 *
 * <pre>
 *   OriginFilter           pages of strangers are turned away
 *   SignalingDeployment    opens the address when the application starts
 *   SignalingEndpoint      one socket: OpenSockets gives it a place until it has a session
 *     Conversation         size and rate, then MessageCodec reads, then the session is asked
 *       LiveSession        only enqueues
 *     SessionEvent         comes back on the session's serial executor
 *   EventMapping, ErrorMapping, MessageCodec.write, Outbox   answers leave in order
 * </pre>
 *
 * <ol>
 *   <li>G-3: types are strict, and an error says what is wrong, where, and what would be right,
 *       because the person who reads it wrote the client.
 *   <li>G-4: candidates may come before the offer: a trickling client does not wait.
 *   <li>G-5: nobody who sends waits for a socket: answers queue, bounded, and who does not read
 *       them is closed.
 *   <li>G-6: sockets without a session are few and must make an offer in time.
 *   <li>G-7: a socket closed by its client ends the session at once; a broken one leaves the media
 *       running for the grace time.
 *   <li>G-8: only pages of this server and of listed origins get a socket (RFC 6455, section 10.2).
 *   <li>G-9: messages are bounded in size, depth and rate before they are looked at. One that is
 *       too large is taken in parts and dropped, because its sender is to read why. A container
 *       keeps a whole frame in memory, so its length is bounded too, whoever sends it unasked.
 *   <li>G-10: exceptions become errors in one place; what is unknown is logged, not told.
 *   <li>G-11: the socket's threads run no native code: they enqueue at the session.
 *   <li>G-13: where the server has a list of keys, only an offer with one of them opens a session;
 *       the others are told why, and their sockets close. Keys are never logged or sent back.
 *   <li>G-12: sockets close on threads of their own: a thousand that close at once hold back no
 *       request and no frame.
 * </ol>
 */
package io.sightline.signaling;
