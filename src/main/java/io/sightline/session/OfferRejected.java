package io.sightline.session;

/** A session description is not an offer that this server can answer. */
public final class OfferRejected extends SessionException {
  private static final long serialVersionUID = 1L;

  OfferRejected(String message) {
    super("InvalidOffer", message, null);
  }

  OfferRejected(String message, Throwable cause) {
    super("InvalidOffer", message, cause);
  }
}
