package io.sightline.camera;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Speaks RTSP and plays what {@code ffmpeg -f rtp} has packed: 24 pictures of 320x240, 15 a second,
 * red at the left and blue at the right, again and again on the same connection.
 */
public final class RtspCamera extends Camera {
  /** The film, in three codings. */
  public enum Film {
    H264("h264", 96, "a=rtpmap:96 H264/90000\r\na=fmtp:96 packetization-mode=1\r\n"),
    H265("h265", 96, "a=rtpmap:96 H265/90000\r\n"),
    JPEG("jpeg", 26, "");

    private final String file;
    private final int type;
    private final String attributes;

    Film(String file, int type, String attributes) {
      this.file = file;
      this.type = type;
      this.attributes = attributes;
    }
  }

  /**
   * How this camera behaves.
   *
   * @param rounds how often the film is played on one connection; negative without end
   * @param goodbye whether the end is said, or the connection just breaks
   * @param silent whether the connection stays open after the last round, with reports and no more
   *     video, and so does any further one
   * @param redirect null, or where DESCRIBE is sent to
   * @param credentials null, or {@code user:password} to be proved by digest
   */
  public record Manner(
      int rounds, boolean goodbye, boolean silent, String redirect, String credentials) {
    public static final Manner ENDLESS = new Manner(-1, false, null, null);

    /** It accepts everything and never shows a picture. */
    public static final Manner SILENT = new Manner(0, false, true, null, null);

    public Manner(int rounds, boolean goodbye, String redirect, String credentials) {
      this(rounds, goodbye, false, redirect, credentials);
    }
  }

  private static final int TICKS_A_MILLI = 90;
  private static final int ROUND_TICKS = 24 * 6000;
  private static final String NONCE = "5ca1ab1e";
  private static final Pattern DIGEST =
      Pattern.compile("uri=\"([^\"]*)\".*response=\"([0-9a-f]{32})\"");
  private static final long REPORT_MILLIS = 200;

  /** A report of the sender (RFC 3550, section 6.4.1). */
  private static final byte[] REPORT =
      ByteBuffer.allocate(32).put(new byte[] {'$', 1, 0, 28, (byte) 128, (byte) 200, 0, 6}).array();

  private static final byte[] GOODBYE = {'$', 1, 0, 8, (byte) 0x81, (byte) 203, 0, 1, 1, 2, 3, 4};

  private final Film film;
  private final Manner manner;
  private final AtomicBoolean played = new AtomicBoolean();
  private final List<byte[]> packets;

  public RtspCamera(Film film, Manner manner) {
    this.film = film;
    this.manner = manner;
    packets = packets(film.file);
    start("rtsp-camera");
  }

  /** The address that a client is given, with credentials where they are needed. */
  public String url() {
    String user = manner.credentials == null ? "" : manner.credentials + "@";
    return "rtsp://%s127.0.0.1:%d/film".formatted(user, port());
  }

  @Override
  void serve(BufferedReader in, OutputStream out) throws Exception {
    for (String request = request(in); request != null; request = request(in)) {
      String cseq = "\r\nCSeq: " + request.replaceAll("(?s).*CSeq: (\\d+).*", "$1");
      String method = request.substring(0, request.indexOf(' '));
      if (manner.credentials != null && !proved(method, request)) {
        send(
            out,
            "RTSP/1.0 401 No%s\r\nWWW-Authenticate: Digest realm=\"cam\", nonce=\"%s\"\r\n\r\n"
                .formatted(cseq, NONCE));
      } else if (method.equals("DESCRIBE") && manner.redirect != null) {
        send(out, "RTSP/1.0 302 Found" + cseq + "\r\nLocation: " + manner.redirect + "\r\n\r\n");
      } else if (method.equals("DESCRIBE")) {
        describe(out, cseq);
      } else if (method.equals("SETUP")) {
        send(
            out,
            "RTSP/1.0 200 OK%s\r\nSession: 7;timeout=2\r\nTransport: RTP/AVP/TCP;unicast;interleaved=0-1\r\n\r\n"
                .formatted(cseq));
      } else {
        send(out, "RTSP/1.0 200 OK" + cseq + "\r\nSession: 7\r\n\r\n");
      }
      if (method.equals("PLAY")) {
        Thread player = new Thread(() -> play(out), "camera-player");
        player.setDaemon(true);
        player.start();
      }
    }
  }

  private void describe(OutputStream out, String cseq) throws IOException {
    String sdp =
        ("v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\ns=film\r\nt=0 0\r\na=control:*\r\n"
                + "m=audio 0 RTP/AVP 8\r\na=control:track0\r\n"
                + "m=video 0 RTP/AVP %d\r\n%sa=control:track1\r\n")
            .formatted(film.type, film.attributes);
    send(
        out,
        "RTSP/1.0 200 OK%s\r\nContent-Base: rtsp://127.0.0.1:%d/film/\r\nContent-Type: application/sdp\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(cseq, port(), sdp.length(), sdp));
  }

  private void play(OutputStream out) {
    boolean first = !played.getAndSet(true);
    try {
      if (manner.silent && !first) {
        report(out);
      }
      long start = System.nanoTime();
      Integer begin = null;
      for (int round = 0; round != manner.rounds; round++) {
        for (byte[] packet : packets) {
          ByteBuffer copy = ByteBuffer.wrap(packet.clone());
          if (packet[1] == 0) {
            begin = begin == null ? copy.getInt(8) : begin;
            int timestamp = copy.getInt(8) + round * ROUND_TICKS;
            copy.putShort(6, (short) (copy.getShort(6) + round * media()));
            copy.putInt(8, timestamp);
            long due = start + (timestamp - begin) * 1_000_000L / TICKS_A_MILLI;
            Thread.sleep(Math.max(0, (due - System.nanoTime()) / 1_000_000));
          }
          out.write(copy.array());
          out.flush();
        }
      }
      if (manner.goodbye) {
        out.write(GOODBYE);
        out.flush();
      } else if (manner.silent) {
        report(out);
      } else {
        breakOff();
      }
    } catch (IOException | InterruptedException e) {
      // the peer went away
    }
  }

  /** Until the peer goes away. */
  private static void report(OutputStream out) throws IOException, InterruptedException {
    while (true) {
      out.write(REPORT);
      out.flush();
      Thread.sleep(REPORT_MILLIS);
    }
  }

  private int media() {
    return (int) packets.stream().filter(p -> p[1] == 0).count();
  }

  private boolean proved(String method, String request) throws Exception {
    Matcher digest = DIGEST.matcher(request);
    if (!digest.find()) {
      return false;
    }
    String[] pair = manner.credentials.split(":");
    String secret = md5(pair[0] + ":cam:" + pair[1]);
    String asked = md5(method + ":" + digest.group(1));
    return digest.group(2).equals(md5(secret + ":" + NONCE + ":" + asked));
  }

  private static String md5(String text) throws Exception {
    byte[] hash =
        MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.ISO_8859_1));
    return HexFormat.of().formatHex(hash);
  }

  /** Each with the four bytes before it that tell channel and length. */
  private static List<byte[]> packets(String name) {
    List<byte[]> packets = new ArrayList<>();
    try (InputStream in = RtspCamera.class.getResourceAsStream(name + ".rtp")) {
      ByteBuffer all = ByteBuffer.wrap(in.readAllBytes());
      while (all.hasRemaining()) {
        byte[] packet = new byte[4 + (all.getShort(all.position() + 2) & 0xFFFF)];
        all.get(packet);
        packets.add(packet);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packets;
  }
}
