/**
 * The edge where frames come in and go out: the native factory, guarded callbacks, inbound frames
 * and their mailbox, the outbound track.
 *
 * <p>Order of calls in a session's life:
 *
 * <pre>
 *   WebRtc.factory()                                  once, natives are loaded
 *   new NativeCallbacks(onFailure)                    all callbacks of the session come from it
 *   new LatestFrame | FrameQueue                      realtime | every frame
 *   new OutboundTrack(label), addTrack(track)
 *   BitratePolicy.remoteDescription(offer)            before the offer is set
 *   callbacks.sink(f -> source.put(new InboundFrame(f)))  on the track that onTrack brings
 *   or Capture: picture -> source.put(new InboundFrame(picture, converter))
 *   source.take() -> toImage -> release               the loop, any thread
 *   track.push(image, pts -> result)                  the loop: result first, then picture
 *   track.fill(nanos)                                 a timer: where no picture comes
 *   BitratePolicy.apply(sender, size, fps)            when the outbound size is known or changes
 *
 *   callbacks.close()      nothing of the session is called any more
 *   source.close()         the decoder thread is let go; before anything below
 *   (the loop has ended)
 *   track.removeSink       on the very object that addSink was called on
 *   channel.unregisterObserver, channel.close
 *   NativeRelease.close(connection)
 *   NativeRelease.release(sender)
 *   channel.dispose, OutboundTrack.close
 * </pre>
 *
 * <ol>
 *   <li>M-1: one peer connection factory for the JVM, found again after a redeployment, because
 *       each costs three threads and native memory that never comes back. A native library that
 *       does not load is told by name and package, because "cannot open shared object file" helps
 *       nobody.
 *   <li>M-2: only {@link io.sightline.media.NativeCallbacks} implements callback types of the
 *       library, because a throwable that reaches native code ends the JVM. After its close nothing
 *       of the session can be reached from the library, which keeps some observers for ever.
 *   <li>M-3: a frame is released exactly once, because it is native memory and a second release
 *       fails.
 *   <li>M-4: planes become an upright BGR picture right in pooled memory, any size, because
 *       everything after works on what a person sees.
 *   <li>M-5: in realtime the newest frame wins and older ones are released and counted, because a
 *       late picture is worth less than a missing one.
 *   <li>M-6: in every-frame mode a full queue holds the decoder back, but never for so long that
 *       the library's shared worker thread or memory suffers, and never after close: closing a
 *       connection waits for that thread.
 *   <li>M-7: frames without size or beyond the administrator's bound are refused and counted,
 *       because a peer chooses the size and we the memory.
 *   <li>M-8: the incoming rate is measured over the first frames, because few clients declare it;
 *       of a captured source by its own clock, because a camera's first frames come in a burst.
 *   <li>M-9: whatever picture a workflow gives becomes one that every encoder takes: even sides of
 *       at least 16 pixels, three channels; its size may change from frame to frame.
 *   <li>M-10: nothing is pushed after close, because pushing into a disposed source ends the JVM.
 *   <li>M-11: outbound video starts at the bitrate that its size deserves, because the library's
 *       default start of 300 kbit/s leaves 720p unreadable for many seconds. Bitrates that the peer
 *       wrote into its description are removed, because they would drive our sender.
 *   <li>M-12: a closed connection and its sender are released once more than the library does,
 *       because version 0.14.0 keeps a reference of each for ever.
 *   <li>M-13: the timestamp that a pushed frame will carry is told right before it leaves, because
 *       clients pair results and pictures by it; the library lets nobody choose it.
 *   <li>M-14: where no picture comes the last one is sent again, and before the first one that says
 *       so, because a decoder that has lost a frame recovers only with the next one.
 * </ol>
 */
package io.sightline.media;
