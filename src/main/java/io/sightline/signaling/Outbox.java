package io.sightline.signaling;

import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Texts on their way out of one socket: in order, one at a time, never blocking whoever sends. Who
 * reads too slowly to stay within the bounds is closed. Safe for several threads.
 */
final class Outbox {
  /** A second of status and candidates is some tens of messages. */
  static final int MESSAGES_MAX = 256;

  static final int CHARACTERS_MAX = 4 * 1024 * 1024;

  private final Wire wire;
  private final Queue<String> waiting = new ArrayDeque<>();
  private long characters;
  private boolean sending;
  private boolean closed;
  private Integer closeCode;
  private String closeReason;

  Outbox(Wire wire) {
    this.wire = wire;
  }

  /** Enqueues a text; after the end it is dropped. */
  void send(String text) {
    boolean tooSlow;
    synchronized (this) {
      if (closed || closeCode != null) {
        return;
      }
      tooSlow = waiting.size() >= MESSAGES_MAX || characters + text.length() > CHARACTERS_MAX;
      if (tooSlow) {
        discard();
      } else {
        waiting.add(text);
        characters += text.length();
      }
    }
    if (tooSlow) {
      wire.close(CloseCode.POLICY, "messages are read too slowly");
    } else {
      pump();
    }
  }

  /** Closes the socket after everything that was sent before. */
  void close(int code, String reason) {
    synchronized (this) {
      if (closed || closeCode != null) {
        return;
      }
      closeCode = code;
      closeReason = reason;
    }
    pump();
  }

  /** The socket is gone: nothing leaves any more. */
  synchronized void discard() {
    closed = true;
    waiting.clear();
    characters = 0;
  }

  private void pump() {
    String next;
    synchronized (this) {
      if (sending || closed || waiting.isEmpty() && closeCode == null) {
        return;
      }
      next = waiting.poll();
      if (next == null) {
        closed = true;
      } else {
        characters -= next.length();
        sending = true;
      }
    }
    if (next == null) {
      wire.close(closeCode, closeReason);
    } else {
      wire.send(next, this::sent);
    }
  }

  /**
   * A text that did not leave is missed by the client: nothing follows it, and the socket closes.
   */
  private void sent(Throwable failure) {
    boolean wasOpen;
    synchronized (this) {
      sending = false;
      wasOpen = !closed;
      if (failure != null) {
        discard();
      }
    }
    if (failure == null) {
      pump();
    } else if (wasOpen) {
      wire.close(CloseCode.UNEXPECTED, "a message could not be sent");
    }
  }
}
