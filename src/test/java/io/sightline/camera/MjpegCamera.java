package io.sightline.camera;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Sends JPEG pictures over HTTP, one part after the other, in real time. */
public final class MjpegCamera extends Camera {
  /**
   * How this camera behaves.
   *
   * @param lengths whether each part says how long it is
   * @param pictures sent on one connection; negative without end
   * @param lastBoundary whether the end is said, or the connection just breaks
   * @param answer null, or the head that is sent in the place of pictures
   * @param authorization null, or the header's value that must come
   */
  public record Manner(
      boolean lengths, int pictures, boolean lastBoundary, String answer, String authorization) {
    public static final Manner ENDLESS = new Manner(true, -1, false, null, null);
  }

  private static final long PERIOD_MILLIS = 40;

  private final List<byte[]> film;
  private final Manner manner;

  public MjpegCamera(List<byte[]> film, Manner manner) {
    this.film = film;
    this.manner = manner;
    start("mjpeg-camera");
  }

  /** A person who walks across the picture, 640x480. */
  public static List<byte[]> walking() {
    try (InputStream in =
        MjpegCamera.class.getResourceAsStream("/io/sightline/browser/walking.mjpeg")) {
      return split(in.readAllBytes());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** The address that a client is given. */
  public String url() {
    return "http://127.0.0.1:%d/video?stream=1".formatted(port());
  }

  @Override
  void serve(BufferedReader in, OutputStream out) throws Exception {
    String request = request(in);
    if (manner.answer != null) {
      send(out, manner.answer + "\r\n\r\n");
      return;
    }
    if (manner.authorization != null
        && !request.contains("Authorization: " + manner.authorization)) {
      send(out, "HTTP/1.0 401 No\r\nWWW-Authenticate: Basic realm=\"camera\"\r\n\r\n");
      return;
    }
    send(
        out,
        "HTTP/1.0 200 OK\r\nContent-Type: multipart/x-mixed-replace; boundary=\"picture\"\r\n\r\n");
    for (int i = 0; i != manner.pictures; i++) {
      byte[] jpeg = film.get(i % film.size());
      String length = manner.lengths ? "Content-Length: " + jpeg.length + "\r\n" : "";
      send(out, "--picture\r\nContent-Type: image/jpeg\r\n" + length + "\r\n");
      out.write(jpeg);
      send(out, "\r\n");
      Thread.sleep(PERIOD_MILLIS);
    }
    if (manner.lastBoundary) {
      send(out, "--picture--\r\n");
    }
  }

  private static List<byte[]> split(byte[] all) {
    List<byte[]> pictures = new ArrayList<>();
    int start = 0;
    for (int i = 1; i < all.length; i++) {
      if ((all[i - 1] & 0xFF) == 0xFF && (all[i] & 0xFF) == 0xD9) {
        pictures.add(Arrays.copyOfRange(all, start, i + 1));
        start = i + 1;
      }
    }
    return pictures;
  }
}
