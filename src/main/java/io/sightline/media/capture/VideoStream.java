package io.sightline.media.capture;

import java.io.IOException;

/**
 * Decoded pictures of one source, in order. Opened, read and closed on one thread; only {@link
 * #interrupt} comes from others.
 */
public interface VideoStream extends AutoCloseable {
  /**
   * Connects, as long as the limits allow.
   *
   * @throws IOException where a later attempt may succeed
   * @throws CaptureException where none will
   */
  void open() throws IOException;

  /**
   * Waits for the next picture, which then belongs to the caller.
   *
   * @return null where the source says that it has ended
   * @throws IOException where the stream broke
   * @throws CaptureException where it is not what can be captured
   */
  DecodedPicture next() throws IOException;

  /** Lets whoever waits in the stream fail at once; from any thread, more than once. */
  void interrupt();

  /** Releases everything; after that nothing is called any more. */
  @Override
  void close();
}
