package io.sightline.media.capture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Requests to an RTSP server, their answers, and the packets that come in between on the same
 * connection (RFC 2326, section 10.12). Used by one thread; {@link #interrupt} comes from any.
 */
final class RtspConnection implements AutoCloseable {
  /** A piece of media: which of the interleaved channels, and its bytes. */
  record Packet(int channel, byte[] bytes) {}

  private static final int BODY_MAX = 64 * 1024;
  private static final int MESSAGES_MAX = 1000;
  private static final Pattern URI = Pattern.compile("[\\x21-\\x7e]{1,4096}");
  private static final Pattern SESSION = Pattern.compile("[\\x21-\\x7e&&[^;]]{1,256}");

  private final PinnedSource source;
  private final PinnedConnection connection;
  private final Authorization authorization;
  private int sequence;
  private String session;

  RtspConnection(PinnedSource source, CaptureLimits limits) {
    this.source = source;
    connection = new PinnedConnection(source, limits);
    authorization = new Authorization(source.url());
  }

  void open() throws IOException {
    connection.open();
  }

  /** What came back. */
  record Answer(ResponseHead head, String body) {}

  /**
   * Asks and waits for the answer; a demand for credentials is met once.
   *
   * @param headers lines with their ends
   * @throws CaptureException where the server refuses for good
   */
  Answer ask(String method, String uri, String headers) throws IOException {
    send(method, uri, headers);
    Answer answer = answer();
    if (answer.head.status() == 401 && authorization.challenged(challenges(answer))) {
      send(method, uri, headers);
      answer = answer();
    }
    answer.head.requireSuccess(source);
    return answer;
  }

  /** Sends a request whose answer is read past by {@link #packet}. */
  void tell(String method, String uri) throws IOException {
    send(method, uri, "");
  }

  /** From now on requests name this session. */
  void session(String id) throws IOException {
    if (!SESSION.matcher(id).matches()) {
      throw new IOException("the session's id cannot be used");
    }
    session = id;
  }

  /** The next packet of media; what else comes in between is read past. */
  Packet packet() throws IOException {
    for (int i = 0; i < MESSAGES_MAX; i++) {
      int first = connection.peek();
      if (first == '$') {
        connection.read();
        int channel = connection.read();
        int length = connection.read() << Byte.SIZE | connection.read();
        return new Packet(channel, connection.read(length));
      }
      Answer answer = read();
      if (answer.head.status() == 401) {
        authorization.challenged(challenges(answer));
      }
    }
    throw new IOException("no media comes, only messages");
  }

  void interrupt() {
    connection.close();
  }

  @Override
  public void close() {
    connection.close();
  }

  private void send(String method, String uri, String headers) throws IOException {
    if (!URI.matcher(uri).matches()) {
      throw new IOException("the source names an address that is none");
    }
    connection.send(
        "%s %s RTSP/1.0\r\nCSeq: %d\r\nUser-Agent: Sightline\r\n%s%s%s\r\n"
            .formatted(
                method,
                uri,
                ++sequence,
                session == null ? "" : "Session: " + session + "\r\n",
                authorization.header(method, uri),
                headers));
  }

  /** The answer to the last request; media that are there already are read past. */
  private Answer answer() throws IOException {
    for (int i = 0; i < MESSAGES_MAX; i++) {
      if (connection.peek() == '$') {
        packet();
        continue;
      }
      Answer answer = read();
      if (answer.head.status() != 0
          && answer.head.header("cseq").equals(String.valueOf(sequence))) {
        return answer;
      }
    }
    throw new IOException("no answer comes, only other messages");
  }

  private Answer read() throws IOException {
    ResponseHead head = ResponseHead.read(connection);
    byte[] body = connection.read(head.length(BODY_MAX));
    return new Answer(head, new String(body, StandardCharsets.UTF_8));
  }

  private static List<String> challenges(Answer answer) {
    return answer.head.headers().getOrDefault("www-authenticate", List.of());
  }
}
