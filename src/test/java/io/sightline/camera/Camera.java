package io.sightline.camera;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Accepts connections and answers requests; what it was asked is kept for the test. */
public abstract class Camera implements AutoCloseable {
  private final ServerSocket server;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private volatile boolean closed;

  Camera() {
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** To be called when the subclass is complete. */
  void start(String name) {
    Thread acceptor = new Thread(this::accept, name);
    acceptor.setDaemon(true);
    acceptor.start();
  }

  public int port() {
    return server.getLocalPort();
  }

  /** Each request so far: its line and its headers. */
  public List<String> requests() {
    return requests;
  }

  /** How many connections are open now. */
  public int connections() {
    return open.size();
  }

  /** Breaks every connection; further ones are accepted. */
  public void breakOff() {
    open.forEach(Camera::close);
  }

  @Override
  public void close() {
    closed = true;
    close(server);
    breakOff();
  }

  /** One connection until it ends; what it throws ends it. */
  abstract void serve(BufferedReader in, OutputStream out) throws Exception;

  /** The next request, null where the peer has closed. */
  String request(BufferedReader in) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
      lines.add(line);
    }
    if (lines.isEmpty()) {
      return null;
    }
    String request = String.join("\n", lines);
    requests.add(request);
    return request;
  }

  static void send(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  private void accept() {
    while (!closed) {
      try {
        Socket socket = server.accept();
        open.add(socket);
        Thread thread = new Thread(() -> run(socket), "camera-connection");
        thread.setDaemon(true);
        thread.start();
      } catch (IOException e) {
        return;
      }
    }
  }

  private void run(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      serve(
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1)),
          socket.getOutputStream());
    } catch (Exception e) {
      // the peer went away, or the test has ended
    } finally {
      open.remove(socket);
    }
  }

  private static void close(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
