package io.sightline.model.download;

import io.sightline.settings.Settings;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;

/**
 * Files by their hash, fetched one after the other on a thread that lives as long as there is
 * something to do. Safe for several threads.
 */
public final class Downloads implements AutoCloseable {
  private final Path folder;
  private final DownloadSettings settings;
  private final HttpsGet get;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Map<String, DownloadJob> jobs = new HashMap<>();
  private final Queue<DownloadJob> waiting = new ArrayDeque<>();
  private boolean working;

  Downloads(Path folder, DownloadSettings settings, SSLSocketFactory tls) {
    this.folder = folder;
    this.settings = settings;
    this.get = new HttpsGet(tls, settings);
  }

  /**
   * Trusts the certificates that the JVM trusts.
   *
   * @param state folder of what the server keeps; null where it keeps nothing, and then nothing may
   *     be asked of this
   * @throws io.sightline.settings.SettingsException where a setting is out of bounds
   */
  public static Downloads of(Path state, Settings settings) {
    try {
      SSLContext tls = SSLContext.getInstance("TLS");
      tls.init(null, null, null);
      Path folder = state == null ? null : state.resolve("downloads");
      return new Downloads(folder, DownloadSettings.from(settings), tls.getSocketFactory());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Where the file with this hash lies; null while it is not here. */
  public Path file(String sha256) {
    Path place = PartFile.place(folder, sha256);
    return Files.isRegularFile(place) ? place : null;
  }

  /** How far it is, in words that follow the model's name; null where it is here. */
  public String state(String sha256) {
    if (file(sha256) != null) {
      return null;
    }
    synchronized (this) {
      DownloadJob job = jobs.get(sha256);
      return job == null ? "is not fetched yet" : job.state();
    }
  }

  /** Whether the last attempt has failed and none is under way. */
  public synchronized boolean isFailed(String sha256) {
    DownloadJob job = jobs.get(sha256);
    return job != null && job.isFailed();
  }

  /**
   * Begins to fetch a file that is not here, unless it is on its way. May be called as often as one
   * likes.
   *
   * @param name of the model, for the log
   */
  public synchronized void want(URI url, String sha256, String name) {
    if (stopped.getCount() == 0 || file(sha256) != null) {
      return;
    }
    DownloadJob job = jobs.get(sha256);
    if (job == null || !job.url().equals(url)) {
      job = new DownloadJob(url, sha256, name, folder, get, settings, stopped);
      jobs.put(sha256, job);
    } else if (!job.mayTryAgain()) {
      return;
    }
    job.again();
    waiting.add(job);
    if (!working) {
      working = true;
      Thread thread = new Thread(this::work, "model-download");
      thread.setDaemon(true);
      thread.setContextClassLoader(Downloads.class.getClassLoader());
      thread.start();
    }
  }

  private void work() {
    for (DownloadJob job = next(); job != null; job = next()) {
      job.run();
    }
  }

  private synchronized DownloadJob next() {
    DownloadJob job = stopped.getCount() == 0 ? null : waiting.poll();
    working = job != null;
    return job;
  }

  /** What is under way stops soon, and goes on after the next start. */
  @Override
  public void close() {
    stopped.countDown();
  }
}
