package io.sightline.session;

/**
 * The offer that opens a session.
 *
 * @param sdp session description (RFC 8866), not checked yet, null where the client sent none
 * @param signaled whether the client can say later that it needs the session no longer; where it
 *     cannot, closing its data channels says so
 */
public record SessionOffer(String sdp, OfferOptions options, boolean signaled) {
  public SessionOffer(String sdp, OfferOptions options) {
    this(sdp, options, true);
  }
}
