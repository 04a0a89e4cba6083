/**
 * Sources that the server captures itself: a camera over RTSP, a camera that sends JPEG pictures
 * over HTTP. Permission, connection, packets and decoding; what comes out are pictures with the
 * time at which each is to be shown.
 *
 * <pre>
 *   new SourcePolicy(settings)            once: what the administrator permits
 *   policy.rtsp(url) | policy.mjpeg(url)  permitted, its address pinned: a VideoOrigin
 *   new Capture(origin, pictures, onEnd)  run on a thread of its own
 *     origin.stream().open, next, next    RtspStream | MjpegStream
 *       PinnedConnection                  the only socket, to the pinned address
 *       Depacketizer | MultipartReader    coded pictures
 *       VideoDecoder                      FFmpeg: bytes in, pictures out
 *   converter.toBgr(picture, pixels)      on the pipeline's thread, only for pictures it takes
 *   capture.close(), done(), then converter.close()
 * </pre>
 *
 * <p>A {@link io.sightline.media.capture.VideoFile} on this server's disk is one more origin, which
 * paces itself by the times of its pictures, or not at all.
 *
 * <ol>
 *   <li>MC-1: nothing is opened that the administrator has not listed; nothing is listed by
 *       default. The message of a refusal names the setting.
 *   <li>MC-2: addresses of links, groups and clouds' metadata are never opened; those of this
 *       machine and of private networks only where the address itself is listed, because the owner
 *       of a name decides what it points to.
 *   <li>MC-3: a name is resolved once, and that address is connected to. Redirects are refused, and
 *       addresses in a source's answers are never connected to.
 *   <li>MC-4: sockets are opened here, in Java; of FFmpeg only decoders and the conversion of
 *       colours are used for them. So it has no way to a file or to another protocol.
 *   <li>MC-11: of files FFmpeg reads containers as well: only listed kinds that carry their video
 *       themselves, only listed decoders, and no protocol but the file's own.
 *   <li>MC-12: pictures of files are turned as the file says, by quarters of a turn only.
 *   <li>MC-5: an address is bounded and read strictly. Credentials, and the path that may hold
 *       some, are never logged, told, or part of a text form.
 *   <li>MC-6: every wait is bounded: for the connection, for the next byte, for the next attempt;
 *       and ends at once when the capture is closed. A camera that only reports, as one does whose
 *       encoder hangs, counts as silent.
 *   <li>MC-7: what a source sends is bounded before it is kept: lines, headers, bodies, pictures,
 *       pixels.
 *   <li>MC-8: a stream that breaks is opened again, each time later, until so many attempts in a
 *       row have failed; one picture makes all good. An answer that would not change is not asked
 *       for again.
 *   <li>MC-9: a source that says that it has ended (the last part; a goodbye) has ended.
 *   <li>MC-10: native memory of decoder and pictures is released by whoever owns it, once, and the
 *       decoder on its own thread.
 * </ol>
 */
package io.sightline.media.capture;
