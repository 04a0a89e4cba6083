package io.sightline.workflow.blocks.sinks;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLSocketFactory;

/** Sends the requests of all workflows on threads of its own. */
public final class WebhookOutbox implements AutoCloseable {
  private static final long IDLE_SECONDS = 30;
  private static final long WAITING_BYTES_IN_BODIES = 4;
  private static final int SERVER_ERROR = 500;
  private static final List<Integer> TRY_AGAIN = List.of(429, 502, 503, 504);

  private final WebhookSettings settings;
  private final AddressRules rules;
  private final PinnedConnection connection;
  private final ThreadPoolExecutor threads;
  private final AtomicLong waitingBytes = new AtomicLong();
  private final SparseLog log =
      new SparseLog(System.getLogger(WebhookOutbox.class.getName()), System::nanoTime);

  WebhookOutbox(WebhookSettings settings, ThreadFactory factory) {
    this(settings, factory, new PinnedConnection((SSLSocketFactory) SSLSocketFactory.getDefault()));
  }

  WebhookOutbox(WebhookSettings settings, ThreadFactory factory, PinnedConnection connection) {
    this.settings = settings;
    this.rules = new AddressRules(settings.privateAddresses());
    this.connection = connection;
    this.threads =
        new ThreadPoolExecutor(
            settings.threads(),
            settings.threads(),
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(settings.waiting()),
            factory);
    threads.allowCoreThreadTimeOut(true);
  }

  WebhookSettings settings() {
    return settings;
  }

  /**
   * Sends a request on another thread. The future fails with what went wrong.
   *
   * @param attempts at most, for one that did not get through
   * @throws IllegalArgumentException where too many wait already
   */
  CompletableFuture<Void> submit(WebhookRequest request, int attempts) {
    int bytes = request.body().bytes().length;
    long most = WAITING_BYTES_IN_BODIES * settings.maxBytes();
    if (waitingBytes.addAndGet(bytes) > most) {
      waitingBytes.addAndGet(-bytes);
      throw new IllegalArgumentException(
          "the requests that wait already carry %d bytes at most".formatted(most));
    }
    CompletableFuture<Void> sent = new CompletableFuture<>();
    try {
      threads.execute(() -> send(request, attempts, sent));
    } catch (RejectedExecutionException e) {
      waitingBytes.addAndGet(-bytes);
      throw new IllegalArgumentException(
          "%d requests wait already (setting sightline.sinks.webhook.queue)"
              .formatted(settings.waiting()),
          e);
    }
    return sent;
  }

  private void send(WebhookRequest request, int attempts, CompletableFuture<Void> sent) {
    try {
      InetAddress address =
          rules.check(
              request.target().host(), List.of(InetAddress.getAllByName(request.target().host())));
      for (int left = attempts - 1; !attempt(request, address, left > 0); left--) {
        TimeUnit.SECONDS.sleep(1);
      }
      sent.complete(null);
    } catch (Throwable e) {
      log.warn("a request to " + request.target().host() + " failed", e);
      sent.completeExceptionally(e);
    } finally {
      waitingBytes.addAndGet(-request.body().bytes().length);
    }
  }

  /** False where another attempt may help: the server was not reached, or says that it is busy. */
  private boolean attempt(WebhookRequest request, InetAddress address, boolean more)
      throws IOException {
    PinnedConnection.Status status;
    try {
      status = connection.send(request, address);
    } catch (ConnectException e) {
      if (more) {
        return false;
      }
      throw e;
    }
    if (more && TRY_AGAIN.contains(status.code())) {
      return false;
    }
    if (status.code() >= 300) {
      throw new IOException(described(status, request.target()));
    }
    return true;
  }

  private static String described(PinnedConnection.Status status, WebhookTarget target) {
    if (status.code() < 400) {
      return "%d: %s redirects, which is not followed".formatted(status.code(), target.shown());
    }
    return "%d %s Error: %s for url: %s"
        .formatted(
            status.code(),
            status.code() < SERVER_ERROR ? "Client" : "Server",
            status.reason(),
            target.shown());
  }

  /** Sends no more; what is under way ends by itself or by its timeout. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
