package io.sightline.media.capture;

import java.io.IOException;
import java.util.List;

/** Asks for the pictures over HTTP/1.0, the simplest there is, and decodes one after the other. */
final class MjpegStream implements VideoStream {
  private static final String METHOD = "GET";
  private static final long TICKS = 90_000;
  private static final long NANOS = 1_000_000_000;

  private final PinnedSource source;
  private final CaptureLimits limits;
  private final Authorization authorization;
  private volatile PinnedConnection connection;
  private volatile boolean interrupted;
  private MultipartReader parts;
  private VideoDecoder decoder;
  private long startNanos;

  MjpegStream(PinnedSource source, CaptureLimits limits) {
    this.source = source;
    this.limits = limits;
    authorization = new Authorization(source.url());
  }

  @Override
  public void open() throws IOException {
    ResponseHead head = ask();
    if (head.status() == 401
        && authorization.challenged(head.headers().getOrDefault("www-authenticate", List.of()))) {
      head = ask();
    }
    head.requireSuccess(source);
    String encoding = head.header("transfer-encoding");
    if (encoding.equalsIgnoreCase("chunked")) {
      connection.unchunk();
    } else if (!encoding.isEmpty()) {
      throw new CaptureException(source + ": an answer in an encoding other than chunks");
    }
    String type = head.header("content-type");
    parts = new MultipartReader(connection, MultipartReader.boundary(type));
    decoder = new VideoDecoder(Codec.MJPEG, limits.maxPixels());
    startNanos = System.nanoTime();
  }

  @Override
  public DecodedPicture next() throws IOException {
    while (true) {
      DecodedPicture ready = decoder.receive();
      if (ready != null) {
        return ready;
      }
      byte[] picture = parts.next();
      if (picture == null) {
        return null;
      }
      if (picture.length > 0) {
        decoder.send(picture, (System.nanoTime() - startNanos) * TICKS / NANOS);
      }
    }
  }

  @Override
  public void interrupt() {
    interrupted = true;
    PinnedConnection open = connection;
    if (open != null) {
      open.close();
    }
  }

  @Override
  public void close() {
    interrupt();
    if (decoder != null) {
      decoder.close();
    }
  }

  /** One request on a connection of its own: HTTP/1.0 ends it with the answer. */
  private ResponseHead ask() throws IOException {
    if (connection != null) {
      connection.close();
    }
    connection = new PinnedConnection(source, limits);
    if (interrupted) {
      throw new IOException("interrupted");
    }
    connection.open();
    SourceUrl url = source.url();
    connection.send(
        "%s %s HTTP/1.0\r\nHost: %s\r\nUser-Agent: Sightline\r\nAccept: multipart/x-mixed-replace\r\n%s\r\n"
            .formatted(
                METHOD, url.target(), url.authority(), authorization.header(METHOD, url.target())));
    return ResponseHead.read(connection);
  }
}
