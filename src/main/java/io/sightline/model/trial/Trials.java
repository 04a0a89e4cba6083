package io.sightline.model.trial;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Trials of networks. Safe for several threads. */
public final class Trials implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Trials.class.getName());

  private final TrialBounds bounds;
  private final Set<TrialProcess> running = ConcurrentHashMap.newKeySet();
  private TrialKit kit;
  private boolean possible = isLinux();
  private boolean closed;

  public Trials(TrialBounds bounds) {
    this.bounds = bounds;
  }

  private static boolean isLinux() {
    return Files.isReadable(Path.of("/proc/self/statm")) && Files.isExecutable(Path.of("/bin/sh"));
  }

  /**
   * Opens a network in a process of its own and runs it, and waits for that.
   *
   * @param file of the network
   * @param width pixels where the network and its metadata leave them open, 0 where nobody says
   * @param height as {@code width}
   */
  public TrialOutcome of(Path file, int width, int height) {
    TrialProcess process;
    try {
      process = start(file, width, height);
    } catch (IOException e) {
      return unknown("no process can be started to try it: " + e.getMessage());
    }
    try {
      return process.outcome();
    } catch (IOException e) {
      return unknown("the process that tried it cannot be read: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return unknown("interrupted while it was tried");
    } finally {
      ended(process);
    }
  }

  private synchronized void ended(TrialProcess process) {
    running.remove(process);
    if (running.isEmpty() && kit != null) {
      kit.sweep();
    }
  }

  private static TrialOutcome unknown(String reason) {
    return new TrialOutcome(TrialOutcome.End.UNKNOWN, 0, reason);
  }

  private synchronized TrialProcess start(Path file, int width, int height) throws IOException {
    if (closed) {
      throw new IOException("the server stops");
    }
    TrialProcess process = TrialProcess.start(kit, file, width, height, bounds);
    running.add(process);
    return process;
  }

  /** Whether this machine can do it; the first call makes what is needed. */
  public synchronized boolean isPossible() {
    if (kit != null && !kit.isWhole()) {
      kit.close();
      kit = null;
    }
    if (possible && kit == null && !closed) {
      try {
        kit = TrialKit.make();
      } catch (IOException e) {
        possible = false;
        LOG.log(Level.WARNING, "models cannot be tried before they are loaded: {0}", e.toString());
      }
    }
    return possible;
  }

  /** Ends what runs. */
  @Override
  public synchronized void close() {
    closed = true;
    running.forEach(TrialProcess::kill);
    if (kit != null) {
      kit.close();
      kit = null;
    }
  }
}
