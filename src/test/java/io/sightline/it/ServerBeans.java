package io.sightline.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import javax.management.JMException;
import javax.management.JMX;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** The server's management beans, over Liberty's local connector. */
public final class ServerBeans implements AutoCloseable {
  private static final String FILES =
      "WebSphere:service=com.ibm.ws.kernel.filemonitor.FileNotificationMBean";
  private static final String APPLICATION =
      "WebSphere:service=com.ibm.websphere.application.ApplicationMBean,name=sightline";

  private final JMXConnector connector;
  private final MBeanServerConnection connection;

  private ServerBeans(JMXConnector connector) throws IOException {
    this.connector = connector;
    this.connection = connector.getMBeanServerConnection();
  }

  static ServerBeans connect(String address) {
    try {
      return new ServerBeans(JMXConnectorFactory.connect(new JMXServiceURL(address)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A proxy for the MXBean of the given name, for example {@code io.sightline:type=Sessions}. */
  public <T> T proxy(String name, Class<T> type) {
    return JMX.newMXBeanProxy(connection, name(name), type);
  }

  /** Whether a bean of that name is registered. */
  public boolean has(String name) {
    try {
      return connection.isRegistered(name(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** STARTED, STOPPED and so on. */
  String applicationState() {
    try {
      return (String) connection.getAttribute(name(APPLICATION), "State");
    } catch (IOException | JMException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Tells the server that {@code archive} was replaced: it stops the old one and starts this. */
  void redeploy(Path archive) {
    Object[] files = {List.of(), List.of(archive.toString()), List.of()};
    String collection = java.util.Collection.class.getName();
    String[] signature = {collection, collection, collection};
    try {
      connection.invoke(name(FILES), "notifyFileChanges", files, signature);
    } catch (IOException | JMException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ObjectName name(String text) {
    try {
      return new ObjectName(text);
    } catch (JMException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Override
  public void close() {
    try {
      connector.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
