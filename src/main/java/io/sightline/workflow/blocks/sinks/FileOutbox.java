package io.sightline.workflow.blocks.sinks;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Writes the files of all workflows on one thread, in the order in which they come. */
public final class FileOutbox implements AutoCloseable {
  static final int MAX_WAITING = 1024;
  static final long MAX_WAITING_BYTES = 64L << 20;

  private static final long IDLE_SECONDS = 30;
  private static final long END_SECONDS = 5;

  private final FileSettings settings;
  private final DiskSpace space;
  private final ThreadPoolExecutor thread;
  private final AtomicLong waitingBytes = new AtomicLong();
  private final SparseLog log =
      new SparseLog(System.getLogger(FileOutbox.class.getName()), System::nanoTime);

  /** Something to do on the thread that writes. */
  @FunctionalInterface
  interface Write {
    void run() throws IOException;
  }

  FileOutbox(FileSettings settings, ThreadFactory factory) {
    this.settings = settings;
    this.space = new DiskSpace(settings, System::nanoTime);
    this.thread =
        new ThreadPoolExecutor(
            1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MAX_WAITING), factory);
    thread.allowCoreThreadTimeOut(true);
  }

  /** The directory that files are below; null where none may be written. */
  Path directory() {
    return settings.directory();
  }

  /**
   * Hands work to the thread that writes. Whatever it throws is logged.
   *
   * @param bytes that it holds until then
   * @throws IOException where too much waits already
   */
  void submit(Write write, int bytes) throws IOException {
    if (waitingBytes.addAndGet(bytes) > MAX_WAITING_BYTES) {
      waitingBytes.addAndGet(-bytes);
      throw new IOException("too much waits to be written already");
    }
    try {
      thread.execute(
          () -> {
            try {
              write.run();
            } catch (IOException | RuntimeException e) {
              log.warn("a file was not written", e);
            } finally {
              waitingBytes.addAndGet(-bytes);
            }
          });
    } catch (RejectedExecutionException e) {
      waitingBytes.addAndGet(-bytes);
      throw new IOException("too much waits to be written already", e);
    }
  }

  /**
   * Opens a new file, on the thread that writes.
   *
   * @throws IOException where it exists, is not below the directory, or there is no space for it
   */
  OutputStream create(Path file) throws IOException {
    Files.createDirectories(settings.directory());
    Path there = file.getParent();
    while (!Files.exists(there, LinkOption.NOFOLLOW_LINKS)) {
      there = there.getParent();
    }
    checkInside(there);
    Files.createDirectories(file.getParent());
    checkInside(file.getParent());
    space.take(0, 1);
    return Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  private void checkInside(Path existing) throws IOException {
    if (!existing.toRealPath().startsWith(settings.directory().toRealPath())) {
      throw new IOException("a link leads out of the directory for files");
    }
  }

  /**
   * Writes to a file that {@link #create} opened, on the thread that writes.
   *
   * @throws IOException where there is no space for it
   */
  void write(OutputStream file, byte[] bytes) throws IOException {
    space.take(bytes.length, 0);
    file.write(bytes);
    file.flush();
  }

  /** Takes no more; what waits is still written, for some seconds. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      thread.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
