package io.sightline.pipeline;

import io.sightline.datachannel.ResultMessage;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/** The message of the end on a data channel: sent once, after the frame that is being processed. */
final class EndMessage {
  private final Predicate<ResultMessage> results;
  private final TasksInFlight tasks;
  private final AtomicBoolean asked = new AtomicBoolean();
  private final CompletableFuture<Void> said = new CompletableFuture<>();

  /**
   * @param tasks the loop's own
   */
  EndMessage(Predicate<ResultMessage> results, TasksInFlight tasks) {
    this.results = results;
    this.tasks = tasks;
  }

  /**
   * Only the first call sends. From any thread.
   *
   * @param frameId the last frame's, asked on the loop's thread
   * @param terminationReason "timeout_reached" or null
   */
  void send(LongSupplier frameId, String terminationReason) {
    if (asked.compareAndSet(false, true)) {
      boolean runs =
          tasks.run(
              () -> {
                results.test(
                    ResultMessage.end(frameId.getAsLong(), Instant.now(), terminationReason));
                said.complete(null);
              });
      if (!runs) {
        said.complete(null);
      }
    }
  }

  /** Completes when the message has been sent, or never will be. */
  CompletionStage<Void> said() {
    return said.minimalCompletionStage();
  }
}
