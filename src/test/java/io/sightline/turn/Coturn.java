package io.sightline.turn;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A TURN server of this machine's coturn, on a free port of one address, for one test. The path of
 * its program is the system property {@code sightline.turnserver}, by default where Debian puts it.
 */
public final class Coturn implements AutoCloseable {
  private static final Path PROGRAM =
      Path.of(System.getProperty("sightline.turnserver", "/usr/bin/turnserver"));

  private static final int STARTS = 100;
  private static final byte[] BINDING_REQUEST =
      ByteBuffer.allocate(20).putShort((short) 1).putShort((short) 0).putInt(0x2112A442).array();

  private final InetAddress address = address();
  private final int port = freePort();
  private final Path folder;
  private final Process process;

  private Coturn(String... who) {
    try {
      folder = Files.createTempDirectory("sightline-coturn-");
      List<String> command =
          new ArrayList<>(
              List.of(
                  PROGRAM.toString(),
                  "-n",
                  "--listening-ip=" + address.getHostAddress(),
                  "--relay-ip=" + address.getHostAddress(),
                  "--listening-port=" + port,
                  "--realm=sightline.example",
                  "--fingerprint",
                  "--verbose",
                  "--no-tls",
                  "--no-dtls",
                  "--no-cli",
                  "--allow-loopback-peers",
                  "--userdb=" + folder.resolve("users"),
                  "--pidfile=" + folder.resolve("pid"),
                  "--log-file=stdout"));
      command.addAll(List.of(who));
      process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("log").toFile())
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    awaitAnswer();
  }

  /** Whether the program is installed. */
  public static boolean isThere() {
    return Files.isExecutable(PROGRAM);
  }

  /** A server that knows a secret and no users. */
  public static Coturn sharing(String secret) {
    return new Coturn("--use-auth-secret", "--static-auth-secret=" + secret);
  }

  /** A server with one user. */
  public static Coturn of(String user, String password) {
    return new Coturn("--lt-cred-mech", "--user=" + user + ":" + password);
  }

  /**
   * @param transport udp or tcp
   */
  public String url(String transport) {
    return "turn:%s:%d?transport=%s".formatted(address.getHostAddress(), port, transport);
  }

  /** What it has written about its work. */
  public String log() {
    try {
      return Files.readString(folder.resolve("log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Kills it, as a machine that fails would. */
  public void kill() {
    try {
      process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    kill();
    try {
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitAnswer() {
    try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(address, 0))) {
      socket.setSoTimeout(100);
      byte[] answer = new byte[512];
      for (int i = 0; i < STARTS && process.isAlive(); i++) {
        socket.send(new DatagramPacket(BINDING_REQUEST, BINDING_REQUEST.length, address, port));
        try {
          socket.receive(new DatagramPacket(answer, answer.length));
          return;
        } catch (SocketTimeoutException e) {
          // it has not begun to listen
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new IllegalStateException("coturn does not answer: " + log());
  }

  /** One that peers use as well: the library leaves the loopback network out. */
  private static InetAddress address() {
    try {
      return NetworkInterface.networkInterfaces()
          .flatMap(NetworkInterface::inetAddresses)
          .filter(a -> a instanceof Inet4Address && !a.isLoopbackAddress())
          .findFirst()
          .orElse(InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int freePort() {
    try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(address, 0))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
