/**
 * Results out, commands in: messages, serialisers, chunking.
 *
 * <p>Order of calls: {@link io.sightline.datachannel.ResultChannel#attach} when the client's
 * channel has come, {@link io.sightline.datachannel.ResultChannel#send} for each frame from the
 * loop, {@link io.sightline.datachannel.ResultMessage#end} last, {@link
 * io.sightline.datachannel.ResultChannel#close} before the session disposes of the channel. {@link
 * io.sightline.datachannel.ControlMessage#parse} reads what the client says.
 *
 * <ol>
 *   <li>DC-1: a message has the keys, their order and the numbers of Roboflow's, all of them
 *       always, because its published clients read them.
 *   <li>DC-2: nothing, everything but direct images, or the named outputs travel; a name that is no
 *       output is an error of the frame, because it may be one in the next.
 *   <li>DC-3: an output that cannot be written is replaced by the reason, a message that is too
 *       large by its metadata and the reason; nothing is lost silently and no frame fails for it.
 *   <li>DC-4: values are written as the package json writes them, the same as in answers to
 *       requests.
 *   <li>DC-5: pictures travel as JPEG in base64 with their video's metadata, and no more.
 *   <li>DC-6: a message is cut into chunks of 49152 bytes behind a header of 12, because data
 *       channels of browsers stall on larger ones.
 *   <li>DC-7: in text format a frame is one text message of at most 256 KiB, for pages written by
 *       hand.
 *   <li>DC-8: above the high-water mark results are dropped and counted, because the library closes
 *       a channel whose queue passes 16 MiB and tells nobody beforehand.
 *   <li>DC-9: sending never throws and never waits for the client, because video shares the thread.
 *   <li>DC-10: what a client says is bounded in length, depth and number before it is believed.
 *   <li>DC-11: in plain format a frame is the first selected value by itself, detections and maps
 *       as JSON, others as Python shows them; what cannot be sent so is told to the caller.
 *   <li>DC-12: a file goes to disk as it comes, and is deleted with its session; what a JVM that
 *       was killed has left, the next one deletes, because nobody else would.
 * </ol>
 */
package io.sightline.datachannel;
