package io.sightline.model;

import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Loads models that nobody waits for, one after the other, so that whoever does wait has to let
 * only one of them go first. On a thread that lives as long as there is something to do. Safe for
 * several threads.
 */
final class BackgroundLoads {
  private static final System.Logger LOG = System.getLogger(BackgroundLoads.class.getName());

  private final Deque<ModelEntry> waiting = new ArrayDeque<>();
  private boolean isWorking;
  private boolean isClosed;

  /** One that was there before, after all others. */
  synchronized void addLast(ModelEntry entry) {
    waiting.addLast(entry);
    begin();
  }

  /** One that has just come, before all others. */
  synchronized void addFirst(ModelEntry entry) {
    waiting.addFirst(entry);
    begin();
  }

  private void begin() {
    if (isWorking || isClosed) {
      return;
    }
    isWorking = true;
    Thread thread = new Thread(this::work, "model-background-loads");
    thread.setDaemon(true);
    thread.setContextClassLoader(BackgroundLoads.class.getClassLoader());
    thread.start();
  }

  private void work() {
    for (ModelEntry entry = next(); entry != null; entry = next()) {
      try {
        entry.loadUnasked();
      } catch (ModelClosedException e) {
        LOG.log(Level.DEBUG, "model {0} is gone before it was loaded", entry.id());
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, e.getMessage());
      }
    }
  }

  private synchronized ModelEntry next() {
    ModelEntry entry = isClosed ? null : waiting.poll();
    isWorking = entry != null;
    return entry;
  }

  /** What waits is not loaded any more. */
  synchronized void close() {
    isClosed = true;
    waiting.clear();
  }
}
