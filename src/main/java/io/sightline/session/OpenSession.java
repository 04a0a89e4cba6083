package io.sightline.session;

import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * A session as registry, housekeeper and administrators see it, wherever its frames come from.
 * Every method returns at once, may be called from any thread but a native callback's, and after
 * the end does nothing.
 */
public interface OpenSession {
  /** A random identifier, known from the beginning. */
  String id();

  void pause();

  void resume();

  /** The housekeeper's visit: renews what is measured now and then. */
  void refresh();

  /** The limit that this session has passed, if any. */
  Optional<Expiry> expiry();

  SessionSnapshot snapshot();

  /**
   * Ends the session and releases everything; further calls change nothing.
   *
   * @param message a sentence for the client
   * @return completes when nothing of the session is left
   */
  CompletionStage<Void> end(EndReason reason, String message);

  /** Completes when nothing of the session is left. */
  CompletionStage<Void> closed();
}
