package io.sightline.session;

import io.sightline.media.MediaException;
import io.sightline.workflow.WorkflowException;

/** Errors of the packages below as this package's own. */
final class ErrorWrapping {
  private ErrorWrapping() {}

  static SessionException typed(Throwable failure) {
    if (failure instanceof SessionException own) {
      return own;
    }
    if (failure instanceof WorkflowException workflow) {
      return new WorkflowRejected(workflow);
    }
    if (failure instanceof MediaException media) {
      return new MediaUnavailable(media.getMessage(), media);
    }
    if (failure instanceof StackOverflowError) {
      return new ConfigurationRejected("what was sent is nested too deeply to be read");
    }
    return new ConnectionFailed("the session failed: " + failure, failure);
  }
}
