package io.sightline.signaling;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** A Jakarta WebSocket's sending side. */
final class SocketWire implements Wire {
  private static final System.Logger LOG = System.getLogger(SocketWire.class.getName());

  /** A text that has not left by then goes to nobody. */
  private static final long SEND_TIMEOUT_MILLIS = 10_000;

  private final Session socket;
  private final Executor executor;

  /**
   * @param executor closes sockets: closing one waits for its pending read, and may wait for a peer
   *     that does not read
   */
  SocketWire(Session socket, Executor executor) {
    this.socket = socket;
    this.executor = executor;
    socket.getAsyncRemote().setSendTimeout(SEND_TIMEOUT_MILLIS);
  }

  @Override
  public void send(String text, Consumer<Throwable> done) {
    try {
      socket
          .getAsyncRemote()
          .sendText(
              text, result -> done.accept(result.isOK() ? null : failure(result.getException())));
    } catch (RuntimeException e) {
      done.accept(e);
    }
  }

  @Override
  public void close(int code, String reason) {
    executor.execute(
        () -> {
          try {
            if (socket.isOpen()) {
              socket.close(new CloseReason(CloseReason.CloseCodes.getCloseCode(code), reason));
            }
          } catch (IOException | RuntimeException e) {
            LOG.log(System.Logger.Level.DEBUG, "a socket did not close in order", e);
          }
        });
  }

  private static Throwable failure(Throwable cause) {
    return cause == null ? new IOException("a text was not sent") : cause;
  }
}
