package io.sightline.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import javax.management.JMException;
import javax.management.JMX;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** The server's management beans, over Liberty's local connector. */
public final class ServerBeans implements AutoCloseable {
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
