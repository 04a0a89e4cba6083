package io.sightline.session;

import dev.onvoid.webrtc.media.video.VideoTrack;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The way of frames into a session: the client's track, or a source that the server captures. Used
 * on the serial executor only, but for {@link #interrupt}.
 */
interface FrameInlet extends AutoCloseable {
  /** The client's track is there, or null where it has none. */
  default void wire(VideoTrack inbound) {}

  /** That track may go: its frames are taken no more. */
  default void unwire() {}

  /** Media can flow; perhaps not for the first time. */
  default void start() {}

  /** Lets go whoever waits for frames, and takes no more of them; from any thread. */
  default void interrupt() {}

  /** Nothing more comes in. */
  @Override
  void close();

  /** After close: completes when nothing comes in any more. */
  default CompletionStage<Void> closed() {
    return CompletableFuture.completedStage(null);
  }

  /** Gives back what the frames themselves needed; after the last of them. */
  default void release() {}

  /** Processor time of its own thread, nanoseconds; 0 where the library's brings the frames. */
  default long cpuNanos() {
    return 0;
  }
}
