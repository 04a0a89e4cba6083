package io.sightline.signaling;

import io.sightline.http.ApiKeys;
import io.sightline.session.SessionRegistry;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;

/** Opens the signaling socket's address when the application starts. */
@WebListener
public class SignalingDeployment implements ServletContextListener {
  private static final String PATH = "/ws/signaling";

  @Inject private SessionRegistry registry;
  @Inject private SignalingSettings settings;
  @Inject private MessageCodec codec;
  @Inject private OpenSockets sockets;
  @Inject private ApiKeys keys;

  @Resource(lookup = "java:comp/DefaultManagedExecutorService")
  private ManagedExecutorService later;

  @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
  private ManagedThreadFactory threads;

  private ClosingThreads closing;
  private FrameRoom room;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    closing = new ClosingThreads(threads);
    room = new FrameRoom(settings.messageBytes());
    ServerContainer container =
        (ServerContainer) event.getServletContext().getAttribute(ServerContainer.class.getName());
    try {
      container.addEndpoint(
          ServerEndpointConfig.Builder.create(SignalingEndpoint.class, PATH)
              .configurator(new Endpoints())
              .build());
    } catch (DeploymentException e) {
      throw new IllegalStateException("no socket at " + PATH, e);
    }
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    if (closing != null) {
      closing.close();
    }
  }

  /** One endpoint for each socket. */
  private final class Endpoints extends ServerEndpointConfig.Configurator {
    @Override
    public <T> T getEndpointInstance(Class<T> type) {
      Arrival arrival = Arrival.current();
      return type.cast(
          new SignalingEndpoint(
              sockets,
              room,
              settings.messageBytes(),
              later,
              closing,
              outbox ->
                  new Conversation(
                      new KeyGuard(keys, arrival.key()),
                      (offer, events) -> registry.open(offer.from(arrival.address()), events),
                      codec,
                      outbox,
                      settings,
                      System::nanoTime)));
    }
  }
}
