package io.sightline.session;

/** An ICE candidate is not one, or one too many. */
public final class CandidateRejected extends SessionException {
  private static final long serialVersionUID = 1L;

  CandidateRejected(String message) {
    super("InvalidCandidate", message, null);
  }

  CandidateRejected(String message, Throwable cause) {
    super("InvalidCandidate", message, cause);
  }
}
