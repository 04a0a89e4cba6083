package io.sightline.pipelines;

import io.sightline.settings.SettingsException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Listens for the stream manager's clients. Each connection has a thread as long as it lasts, so
 * there are only so many at once: one more is closed unanswered.
 */
final class CommandServer implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(CommandServer.class.getName());
  private static final int BACKLOG = 50;
  private static final long PAUSE_MILLIS = 100;
  private static final long CLOSE_SECONDS = 5;

  private final ServerSocket listener;
  private final Executor threads;
  private final Semaphore places;
  private final Function<Socket, Runnable> connections;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final CountDownLatch accepted = new CountDownLatch(1);

  /**
   * Listens at once.
   *
   * @param threads has one for every task at once
   * @param connections what is done with one
   * @throws SettingsException where the port cannot be had
   */
  CommandServer(
      PipelineSettings settings, Executor threads, Function<Socket, Runnable> connections) {
    this.threads = threads;
    this.connections = connections;
    places = new Semaphore(settings.connections());
    try {
      InetAddress address = InetAddress.getByName(settings.host());
      listener = new ServerSocket(settings.port(), BACKLOG, address);
    } catch (IOException e) {
      throw new SettingsException(
          "the stream manager cannot listen at %s port %d (sightline.pipelines.tcp.host, .port): %s"
              .formatted(settings.host(), settings.port(), e.getMessage()));
    }
    threads.execute(this::accept);
    LOG.log(
        System.Logger.Level.INFO,
        "the stream manager listens at {0} port {1}",
        listener.getInetAddress().getHostAddress(),
        String.valueOf(listener.getLocalPort()));
  }

  int port() {
    return listener.getLocalPort();
  }

  /** Connections under way. */
  int connections() {
    return open.size();
  }

  /** Listens no more, so that the port is free, and breaks off what is under way. */
  @Override
  public void close() {
    close(listener);
    open.forEach(CommandServer::close);
    try {
      if (!accepted.await(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        LOG.log(System.Logger.Level.WARNING, "the stream manager's port is not free yet");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void accept() {
    try {
      acceptAll();
    } finally {
      accepted.countDown();
    }
  }

  private void acceptAll() {
    while (!listener.isClosed()) {
      try {
        serve(listener.accept());
      } catch (IOException e) {
        if (!listener.isClosed()) {
          LOG.log(System.Logger.Level.WARNING, "a connection could not be accepted", e);
          pause();
        }
      } catch (RuntimeException | Error e) {
        LOG.log(System.Logger.Level.WARNING, "a connection could not be served", e);
        pause();
      }
    }
  }

  private void serve(Socket socket) {
    if (!places.tryAcquire()) {
      close(socket);
      return;
    }
    open.add(socket);
    try {
      threads.execute(
          () -> {
            try {
              connections.apply(socket).run();
            } finally {
              leave(socket);
            }
          });
    } catch (RejectedExecutionException e) {
      leave(socket);
      return;
    }
    if (listener.isClosed()) {
      close(socket);
    }
  }

  private void leave(Socket socket) {
    close(socket);
    open.remove(socket);
    places.release();
  }

  /** What fails once, such as a lack of descriptors, may fail for a while. */
  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void close(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      LOG.log(System.Logger.Level.DEBUG, "a socket did not close", e);
    }
  }
}
