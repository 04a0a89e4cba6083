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

/** The signaling socket: hands what comes to its {@link Conversation}. One object for a socket. */
@Dependent
@ServerEndpoint("/ws/signaling")
public class SignalingEndpoint {
  private static final System.Logger LOG = System.getLogger(SignalingEndpoint.class.getName());

  @Inject private SessionRegistry registry;
  @Inject private SignalingSettings settings;
  @Inject private MessageCodec codec;
  @Inject private OpenSockets sockets;

  @Resource(lookup = "java:comp/DefaultManagedExecutorService")
  private ManagedExecutorService executor;

  private Conversation conversation;

  @OnOpen
  public void open(Session socket) {
    socket.setMaxTextMessageBufferSize(settings.messageBytes());
    Outbox outbox = new Outbox(new SocketWire(socket, executor));
    conversation = new Conversation(registry::open, codec, outbox, settings, System::nanoTime);
    sockets.admit(conversation);
  }

  @OnMessage
  public void receive(String text) {
    conversation.receive(text);
    if (conversation.hasSession()) {
      sockets.leave(conversation);
    }
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
