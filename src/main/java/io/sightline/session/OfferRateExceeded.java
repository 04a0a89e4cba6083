package io.sightline.session;

/** More offers in a minute than a session accepts. */
public final class OfferRateExceeded extends SessionException {
  private static final long serialVersionUID = 1L;

  OfferRateExceeded(int perMinute) {
    super(
        "OfferRateExceeded",
        "more than %d offers in a minute: wait before the next one".formatted(perMinute),
        null);
  }
}
