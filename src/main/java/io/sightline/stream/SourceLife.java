package io.sightline.stream;

import io.sightline.session.Severity;

/**
 * The states of one source, each told as a status update. Safe for use by several threads; the
 * capture's thread tells what happens, others mute and end.
 */
final class SourceLife implements ObservedOrigin.Watcher {
  private final int source;
  private final StreamUpdates updates;
  private final Runnable onStart;
  private StreamState state = StreamState.NOT_STARTED;
  private boolean muted;
  private boolean restarting;
  private boolean ended;
  private boolean closing;

  /**
   * @param onStart called when frames begin, perhaps not for the first time
   */
  SourceLife(int source, StreamUpdates updates, Runnable onStart) {
    this.source = source;
    this.updates = updates;
    this.onStart = onStart;
  }

  synchronized StreamState state() {
    return state;
  }

  /** Whether a round waits for its next frame: not while it is opened again, nor after its end. */
  synchronized boolean expected() {
    return !ended
        && (state.live()
            || state == StreamState.NOT_STARTED
            || state == StreamState.INITIALISING && !restarting);
  }

  /** Whether no further frame comes from it. */
  synchronized boolean ended() {
    return ended;
  }

  @Override
  public synchronized void opening() {
    if (!closing) {
      become(StreamState.INITIALISING);
    }
  }

  @Override
  public synchronized void opened() {
    if (closing) {
      return;
    }
    restarting = false;
    onStart.run();
    updates.source("VIDEO_CONSUMPTION_STARTED", source);
    become(muted ? StreamState.MUTED : StreamState.RUNNING);
  }

  @Override
  public synchronized void broke(String type, String message) {
    if (closing) {
      return;
    }
    updates.sourceError(Severity.WARNING, source, type, message);
    restarting = true;
    become(StreamState.RESTARTING);
  }

  /**
   * The source has ended for good.
   *
   * @param shown whether it ever showed a picture
   */
  synchronized void finish(boolean shown, String message) {
    if (closing) {
      return;
    }
    ended = true;
    if (!shown) {
      updates.sourceError(Severity.ERROR, source, "SourceConnectionError", message);
    }
    become(shown ? StreamState.ENDED : StreamState.ERROR);
    updates.source("VIDEO_CONSUMPTION_FINISHED", source);
  }

  /** From running to muted; false where it does not run. */
  synchronized boolean mute() {
    boolean runs = state == StreamState.RUNNING;
    if (runs) {
      muted = true;
      become(StreamState.MUTED);
    }
    return runs;
  }

  /** From muted to running; false where it is not muted. */
  synchronized boolean resume() {
    boolean silent = muted;
    muted = false;
    if (state == StreamState.MUTED) {
      become(StreamState.RUNNING);
    }
    return silent;
  }

  /** It is ended from outside. */
  synchronized void close() {
    if (!closing) {
      closing = true;
      ended = true;
      if (state != StreamState.ENDED && state != StreamState.ERROR) {
        become(StreamState.TERMINATING);
      }
    }
  }

  private void become(StreamState next) {
    if (next != state) {
      StreamState previous = state;
      state = next;
      updates.state(previous, next, source);
    }
  }
}
