package io.sightline.http;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One request that is answered later, from another thread. Nobody waits for a client that takes its
 * answer slowly: the container asks for more when there is room, and gives up after the timeout.
 */
final class Exchange implements AsyncListener, WriteListener {
  private static final System.Logger LOG = System.getLogger(Exchange.class.getName());
  private static final int PIECE = 65_536;

  private final AsyncContext context;
  private final Duration patience;
  private final Runnable atEnd;
  private final AtomicBoolean answered = new AtomicBoolean();
  private final AtomicBoolean ended = new AtomicBoolean();
  private volatile byte[] body;
  private volatile Runnable afterwards = () -> {};
  private int written;

  /**
   * @param atEnd called once, when the answer has left or nobody waits for it any longer
   */
  Exchange(AsyncContext context, Duration patience, Runnable atEnd) {
    this.context = context;
    this.patience = patience;
    this.atEnd = atEnd;
    context.setTimeout(patience.toMillis());
    context.addListener(this);
  }

  /** Whether it is too late for another answer. */
  boolean isAnswered() {
    return answered.get() || ended.get();
  }

  /** Has something more done at the end, once; at once where it is over already. */
  void atEnd(Runnable more) {
    afterwards = more;
    if (ended.get()) {
      more.run();
    }
  }

  /** Answers, unless it is too late for that. Called once, from any thread. */
  void answer(Reply reply) {
    if (answered.compareAndSet(false, true)) {
      try {
        HttpServletResponse response = (HttpServletResponse) context.getResponse();
        head(response, reply);
        body = reply.body();
        response.getOutputStream().setWriteListener(this);
      } catch (IOException | RuntimeException e) {
        LOG.log(System.Logger.Level.DEBUG, "an answer could not be sent", e);
        complete();
      }
    }
  }

  /** Status and headers. */
  static void head(HttpServletResponse response, Reply reply) {
    response.setStatus(reply.status());
    response.setContentType("application/json");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Cache-Control", "no-store");
    for (Map.Entry<String, String> header : reply.headers().entrySet()) {
      response.setHeader(header.getKey(), header.getValue());
    }
    response.setContentLength(reply.body().length);
  }

  @Override
  public void onWritePossible() throws IOException {
    ServletOutputStream out = context.getResponse().getOutputStream();
    while (out.isReady()) {
      if (written == body.length) {
        complete();
        return;
      }
      int length = Math.min(PIECE, body.length - written);
      out.write(body, written, length);
      written += length;
    }
  }

  /** Of the write: the client has gone. */
  @Override
  public void onError(Throwable failure) {
    complete();
  }

  @Override
  public void onTimeout(AsyncEvent event) throws IOException {
    if (answered.compareAndSet(false, true)) {
      HttpServletResponse response = (HttpServletResponse) context.getResponse();
      Reply reply =
          Reply.problem(
              504,
              "RequestTimeout",
              "the request took longer than %d seconds".formatted(patience.toSeconds()));
      head(response, reply);
      response.getOutputStream().write(reply.body());
    }
    complete();
  }

  @Override
  public void onError(AsyncEvent event) {
    complete();
  }

  @Override
  public void onComplete(AsyncEvent event) {
    end();
  }

  @Override
  public void onStartAsync(AsyncEvent event) {
    event.getAsyncContext().addListener(this);
  }

  private void complete() {
    try {
      context.complete();
    } catch (IllegalStateException e) {
      LOG.log(System.Logger.Level.DEBUG, "a request was completed already", e);
    }
    end();
  }

  private void end() {
    if (ended.compareAndSet(false, true)) {
      body = new byte[0];
      atEnd.run();
      afterwards.run();
    }
  }
}
