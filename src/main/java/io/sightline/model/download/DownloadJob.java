package io.sightline.model.download;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One file that is fetched, however often its connection breaks. */
final class DownloadJob {
  private static final System.Logger LOG = System.getLogger(DownloadJob.class.getName());
  private static final long LOG_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final long RETRY_NANOS = TimeUnit.MINUTES.toNanos(10);
  private static final long MIB = 1 << 20;

  private final URI url;
  private final String name;
  private final Path folder;
  private final PartFile file;
  private final HttpsGet get;
  private final DownloadSettings settings;
  private final CountDownLatch stopped;
  private volatile long size;
  private volatile long expected = -1;
  private volatile String failure;
  private volatile boolean refused;
  private volatile long ended;
  private long logged;

  /**
   * @param name of the model, for the log
   * @param stopped open once the server stops
   */
  DownloadJob(
      URI url,
      String sha256,
      String name,
      Path folder,
      HttpsGet get,
      DownloadSettings settings,
      CountDownLatch stopped) {
    this.url = url;
    this.name = name;
    this.folder = folder;
    this.file = new PartFile(folder, sha256);
    this.get = get;
    this.settings = settings;
    this.stopped = stopped;
  }

  URI url() {
    return url;
  }

  /** How far it is, in words. */
  String state() {
    if (failure != null) {
      return "cannot be fetched from %s: %s".formatted(url.getHost(), failure);
    }
    return expected < 0
        ? "is being fetched from %s: %d MiB".formatted(url.getHost(), size / MIB)
        : "is being fetched from %s: %d of %d MiB"
            .formatted(url.getHost(), size / MIB, (expected + MIB - 1) / MIB);
  }

  /** Whether it failed some time ago, in a way that may pass. */
  boolean mayTryAgain() {
    return failure != null && !refused && System.nanoTime() - ended > RETRY_NANOS;
  }

  boolean isFailed() {
    return failure != null;
  }

  /** Will be tried again. */
  void again() {
    failure = null;
  }

  /** Fetches the file; never throws. */
  void run() {
    LOG.log(Level.INFO, "model {0}: fetching {1}", name, url);
    try {
      fetch();
      LOG.log(Level.INFO, "model {0}: fetched, {1} bytes, hash verified", name, expected);
    } catch (IOException | RuntimeException e) {
      refused = e instanceof RefusedException;
      failure = e.getMessage() == null ? e.toString() : e.getMessage();
      ended = System.nanoTime();
      if (stopped.getCount() > 0) {
        LOG.log(Level.ERROR, "model {0} {1}", name, state());
      }
    }
  }

  private void fetch() throws IOException {
    long deadline = System.nanoTime() + settings.time().toNanos();
    int failed = 0;
    while (true) {
      size = file.size();
      long before = size;
      try {
        attempt(deadline);
        return;
      } catch (RefusedException e) {
        throw e;
      } catch (IOException e) {
        failed = file.size() > before ? 1 : failed + 1;
        if (failed >= settings.attempts() || System.nanoTime() > deadline) {
          throw e;
        }
        LOG.log(Level.WARNING, "model {0}: {1}; goes on in a moment", name, e.toString());
        pause(failed);
      }
    }
  }

  private void attempt(long deadline) throws IOException {
    try (HttpsGet.Answer answer = get.get(url, size)) {
      if (answer.status() == 416) {
        file.finish(); // nothing is left: it may be whole
        return;
      }
      boolean goesOn = answer.status() == 206 && begins(answer, size);
      if (answer.status() != 200 && !goesOn) {
        throw failed(answer.status());
      }
      if (!goesOn) {
        file.drop();
        size = 0;
      }
      long length = HttpsBody.length(answer.headers().get("content-length"));
      expected = length < 0 ? -1 : size + length;
      checkRoom(length);
      file.append(answer.body(), settings.maxBytes(), now -> progress(now, deadline));
    }
    expected = file.size();
    file.finish();
  }

  private static boolean begins(HttpsGet.Answer answer, long offset) {
    String range = answer.headers().getOrDefault("content-range", "");
    return range.startsWith("bytes " + offset + "-");
  }

  private static IOException failed(int status) {
    String text = "it answers with status " + status;
    boolean passes = status >= 500 || status == 408 || status == 429;
    return passes ? new IOException(text) : new RefusedException(text);
  }

  private void checkRoom(long length) throws IOException {
    if (expected > settings.maxBytes()) {
      throw new RefusedException(
          "it has %d bytes; sightline.models.file.max.bytes allows %d"
              .formatted(expected, settings.maxBytes()));
    }
    Files.createDirectories(folder);
    long free = Files.getFileStore(folder).getUsableSpace();
    if (length > free) {
      throw new IOException("the disk has %d bytes free for %d".formatted(free, length));
    }
  }

  private void progress(long now, long deadline) {
    size = now;
    long time = System.nanoTime();
    if (stopped.getCount() == 0) {
      throw new IllegalStateException("the server stops");
    }
    if (time > deadline) {
      throw new IllegalStateException(
          "it took longer than %d s".formatted(settings.time().toSeconds()));
    }
    if (time - logged > LOG_NANOS) {
      logged = time;
      LOG.log(Level.INFO, "model {0} {1}", name, state());
    }
  }

  private void pause(int failed) throws IOException {
    long millis = settings.retryDelay().toMillis() << Math.min(failed - 1, 6);
    try {
      if (stopped.await(millis, TimeUnit.MILLISECONDS)) {
        throw new SocketTimeoutException("the server stops");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
