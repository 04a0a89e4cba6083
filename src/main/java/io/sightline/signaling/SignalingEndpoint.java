package io.sightline.signaling;

import io.sightline.session.SessionRegistry;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The signaling socket: hands what comes to its {@link Conversation}. One object for a socket. */
@Dependent
@ServerEndpoint("/ws/signaling")
public class SignalingEndpoint {
  private static final System.Logger LOG = System.getLogger(SignalingEndpoint.class.getName());

  /** How long the rest of a message that is too large may take to come. */
  private static final int REJECTION_SECONDS = 10;

  @Inject private SessionRegistry registry;
  @Inject private SignalingSettings settings;
  @Inject private MessageCodec codec;
  @Inject private OpenSockets sockets;

  @Resource(lookup = "java:comp/DefaultManagedExecutorService")
  private ManagedExecutorService executor;

  private Conversation conversation;
  private MessageAssembly message;

  @OnOpen
  public void open(Session socket) {
    Outbox outbox = new Outbox(new SocketWire(socket, executor));
    conversation = new Conversation(registry::open, codec, outbox, settings, System::nanoTime);
    message =
        new MessageAssembly(
            settings.messageBytes(), this::receive, this::reject, conversation::rejected);
    sockets.admit(conversation);
  }

  /** Taken in parts: a container closes the socket without a word where a whole is too large. */
  @OnMessage
  public void receive(String part, boolean last) {
    message.add(part, last);
  }

  private void receive(String text) {
    conversation.receive(text);
    if (conversation.hasSession()) {
      sockets.leave(conversation);
    }
  }

  private void reject() {
    conversation.reject();
    CompletableFuture.delayedExecutor(REJECTION_SECONDS, TimeUnit.SECONDS, executor)
        .execute(conversation::rejected);
  }

  @OnClose
  public void close(CloseReason reason) {
    sockets.leave(conversation);
    conversation.closed(reason.getCloseCode().getCode());
  }

  /** A close follows, which does what is to be done. */
  @OnError
  public void fail(Throwable failure) {
    LOG.log(System.Logger.Level.DEBUG, "signaling socket", failure);
  }
}
