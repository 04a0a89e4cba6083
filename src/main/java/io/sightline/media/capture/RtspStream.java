package io.sightline.media.capture;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A camera over RTSP (RFC 2326): describe, set up the video and nothing else, play; its packets
 * come over the same connection, so that no port is opened and no other address is ever spoken to,
 * whatever the camera names in its answers.
 */
final class RtspStream implements VideoStream {
  private static final long SECOND = 1_000_000_000L;
  private static final int TIMEOUT_DEFAULT = 60;
  private static final int MEDIA = 0;
  private static final int CONTROL = 1;
  private static final Pattern TIMEOUT = Pattern.compile(";\\s*timeout\\s*=\\s*(\\d{1,5})");

  private final PinnedSource source;
  private final CaptureLimits limits;
  private final RtspConnection connection;
  private final Queue<DecodedPicture> ready = new ArrayDeque<>();
  private VideoDecoder decoder;
  private RtpVideo video;
  private String uri;
  private long aliveEveryNanos = TIMEOUT_DEFAULT / 2 * SECOND;
  private long aliveAt;
  private long videoAt;
  private boolean ended;

  RtspStream(PinnedSource source, CaptureLimits limits) {
    this.source = source;
    this.limits = limits;
    connection = new RtspConnection(source, limits);
  }

  @Override
  public void open() throws IOException {
    connection.open();
    uri = source.url().withoutCredentials();
    RtspConnection.Answer described =
        connection.ask("DESCRIBE", uri, "Accept: application/sdp\r\n");
    VideoSection section = VideoSection.of(described.body());
    decoder = new VideoDecoder(section.codec(), limits.maxPixels());
    video = new RtpVideo(section);
    String base = described.head().header("content-base");
    String control = resolved(base.isEmpty() ? uri : base, section.control());
    ResponseHead setUp =
        connection
            .ask("SETUP", control, "Transport: RTP/AVP/TCP;unicast;interleaved=0-1\r\n")
            .head();
    if (!setUp.header("transport").toUpperCase(java.util.Locale.ROOT).contains("TCP")) {
      throw new CaptureException(source + ": the source does not send over its connection (TCP)");
    }
    keepAlive(setUp.header("session"));
    connection.ask("PLAY", uri, "Range: npt=0.000-\r\n");
    aliveAt = System.nanoTime();
    videoAt = aliveAt;
  }

  @Override
  public DecodedPicture next() throws IOException {
    while (ready.isEmpty() && !ended) {
      stayAlive();
      RtspConnection.Packet packet = connection.packet();
      if (packet.channel() == CONTROL && RtpPacket.saysGoodbye(packet.bytes())) {
        ended = true;
        flush();
      } else if (packet.channel() == MEDIA) {
        videoAt = System.nanoTime();
        video.add(RtpPacket.parse(packet.bytes()), this::decode);
      } else if (System.nanoTime() - videoAt > limits.read().toNanos()) {
        throw new IOException(
            "the source has sent no video for %s s"
                .formatted(CaptureLimits.seconds(limits.read())));
      }
    }
    return ready.poll();
  }

  @Override
  public void interrupt() {
    connection.interrupt();
  }

  @Override
  public void close() {
    connection.close();
    ready.forEach(DecodedPicture::close);
    ready.clear();
    if (decoder != null) {
      decoder.close();
    }
  }

  private void decode(byte[] picture, long pts) throws IOException {
    decoder.send(picture, pts);
    takeReady();
  }

  /** What the decoder still holds is shown, too. */
  private void flush() throws IOException {
    video.end(this::decode);
    decoder.finish();
    takeReady();
  }

  private void takeReady() {
    for (DecodedPicture p = decoder.receive(); p != null; p = decoder.receive()) {
      ready.add(p);
    }
  }

  private void keepAlive(String header) throws IOException {
    int semicolon = header.indexOf(';');
    connection.session(semicolon < 0 ? header : header.substring(0, semicolon).strip());
    Matcher timeout = TIMEOUT.matcher(header);
    int seconds = timeout.find() ? Integer.parseInt(timeout.group(1)) : TIMEOUT_DEFAULT;
    aliveEveryNanos = Math.max(1, seconds / 2) * SECOND;
  }

  /** A server ends a session of which it hears nothing. */
  private void stayAlive() throws IOException {
    if (System.nanoTime() - aliveAt > aliveEveryNanos) {
      aliveAt = System.nanoTime();
      connection.tell("OPTIONS", uri);
    }
  }

  /** RFC 2326, appendix C.1.1; an absolute address is only text in a request here. */
  private static String resolved(String base, String control) {
    if (control.equals("*")) {
      return base;
    }
    if (control.regionMatches(true, 0, "rtsp", 0, 4) && control.contains("://")) {
      return control;
    }
    return base.endsWith("/") ? base + control : base + "/" + control;
  }
}
