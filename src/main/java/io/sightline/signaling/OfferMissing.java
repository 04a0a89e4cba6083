package io.sightline.signaling;

/** There is no session yet that a message could be about, or none came in time. */
final class OfferMissing extends SignalingException {
  private static final long serialVersionUID = 1L;

  OfferMissing(String message) {
    super("OfferMissing", message);
  }
}
