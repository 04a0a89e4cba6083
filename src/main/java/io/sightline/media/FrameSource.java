package io.sightline.media;

/**
 * Frames for one pipeline. {@link LatestFrame} keeps only the newest, {@link FrameQueue} keeps
 * every one and pushes back.
 */
public interface FrameSource extends AutoCloseable {
  /**
   * Takes over a frame; called on the library's decoder thread. After close releases it at once.
   */
  void put(InboundFrame frame);

  /** The next frame to process, or null where none waits; never blocks. The caller releases it. */
  InboundFrame take();

  /** Called (on the putting thread, must only enqueue) whenever a frame has become available. */
  void onAvailable(Runnable listener);

  /**
   * From now on the putting thread is nobody else's: where there is no room, it is held back for as
   * long as it takes.
   */
  default void hold() {}

  FrameSourceSnapshot snapshot();

  /** Releases what waits and wakes whoever is held back. May be called twice, from any thread. */
  @Override
  void close();
}
