package io.sightline.signaling;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * The signaling socket: hands what comes to its {@link Conversation}. One object for a socket.
 *
 * <p>No annotated endpoint: in one of those Open Liberty takes a frame of any length into memory
 * where messages are taken in parts. Public, because Tyrus calls it by reflection.
 */
public final class SignalingEndpoint extends Endpoint {
  private static final System.Logger LOG = System.getLogger(SignalingEndpoint.class.getName());

  /** How long the rest of a message that is too large may take to come. */
  private static final int REJECTION_SECONDS = 10;

  /** Nobody needs a binary one; it comes as far as being told so. */
  private static final int BINARY_FRAME_BYTES = 64 * 1024;

  private final OpenSockets sockets;
  private final FrameRoom room;
  private final int messageBytes;
  private final Executor later;
  private final Executor closing;
  private final ConversationStart start;
  private Conversation conversation;
  private int roomBytes;

  /** Begins the talk of a socket that is open. */
  interface ConversationStart {
    Conversation begin(Outbox outbox);
  }

  /**
   * @param room gives each socket the length of its frames
   * @param messageBytes of one message
   * @param later runs what has to wait a while
   * @param closing closes sockets, which may take a thread for a while
   */
  SignalingEndpoint(
      OpenSockets sockets,
      FrameRoom room,
      int messageBytes,
      Executor later,
      Executor closing,
      ConversationStart start) {
    this.sockets = sockets;
    this.room = room;
    this.messageBytes = messageBytes;
    this.later = later;
    this.closing = closing;
    this.start = start;
  }

  @Override
  public void onOpen(Session socket, EndpointConfig config) {
    roomBytes = room.take();
    socket.setMaxTextMessageBufferSize(roomBytes);
    socket.setMaxBinaryMessageBufferSize(BINARY_FRAME_BYTES);
    conversation = start.begin(new Outbox(new SocketWire(socket, closing)));
    MessageAssembly message =
        new MessageAssembly(messageBytes, this::receive, this::reject, conversation::rejected);
    addHandlers(socket, message);
    sockets.admit(conversation);
  }

  @Override
  public void onClose(Session socket, CloseReason reason) {
    room.give(roomBytes);
    sockets.leave(conversation);
    conversation.closed(reason.getCloseCode().getCode());
  }

  /** A close follows, which does what is to be done. */
  @Override
  public void onError(Session socket, Throwable failure) {
    LOG.log(System.Logger.Level.DEBUG, "signaling socket", failure);
  }

  /** Taken in parts: a container closes the socket without a word where a whole is too large. */
  private void addHandlers(Session socket, MessageAssembly message) {
    MessageHandler.Partial<String> text = message::add;
    socket.addMessageHandler(String.class, text);
    MessageHandler.Partial<ByteBuffer> binary = (part, last) -> refuseBinary(last);
    socket.addMessageHandler(ByteBuffer.class, binary);
  }

  private void refuseBinary(boolean last) {
    if (last) {
      conversation.receiveBinary();
    }
  }

  private void receive(String text) {
    conversation.receive(text);
    if (conversation.hasSession()) {
      sockets.leave(conversation);
    }
  }

  private void reject() {
    conversation.reject();
    CompletableFuture.delayedExecutor(REJECTION_SECONDS, TimeUnit.SECONDS, later)
        .execute(conversation::rejected);
  }
}
