package io.sightline.stream;

import io.sightline.media.capture.CaptureException;
import io.sightline.media.capture.DecodedPicture;
import io.sightline.media.capture.VideoStream;
import java.io.IOException;

/** A stream that tells what becomes of it. */
final class ObservedStream implements VideoStream {
  private final VideoStream stream;
  private final ObservedOrigin origin;
  private final ObservedOrigin.Watcher watcher;

  ObservedStream(VideoStream stream, ObservedOrigin origin, ObservedOrigin.Watcher watcher) {
    this.stream = stream;
    this.origin = origin;
    this.watcher = watcher;
  }

  @Override
  public void open() throws IOException {
    watcher.opening();
    try {
      stream.open();
    } catch (IOException e) {
      broke(e);
      throw e;
    } catch (CaptureException e) {
      throw broken(e);
    }
    watcher.opened();
  }

  @Override
  public DecodedPicture next() throws IOException {
    DecodedPicture picture;
    try {
      picture = stream.next();
    } catch (IOException e) {
      broke(e);
      throw e;
    } catch (CaptureException e) {
      throw broken(e);
    }
    if (picture != null) {
      origin.shown();
    } else if (origin.reopens()) {
      IOException end = new IOException("the source has ended its stream");
      broke(end);
      throw end;
    }
    return picture;
  }

  @Override
  public void interrupt() {
    stream.interrupt();
  }

  @Override
  public void close() {
    stream.close();
  }

  /** What would be final for a camera that never worked is a broken stream of one that did. */
  private RuntimeException broken(CaptureException failure) throws IOException {
    broke(failure);
    if (origin.reopens()) {
      throw new IOException(failure.getMessage(), failure);
    }
    return failure;
  }

  private void broke(Exception failure) {
    String message = failure.getMessage();
    watcher.broke(
        failure.getClass().getSimpleName(),
        message == null ? failure.getClass().getSimpleName() : message);
  }
}
