package io.sightline.session;

import io.sightline.pipeline.FrameTap;

/**
 * The offer that opens a session.
 *
 * @param sdp session description (RFC 8866), not checked yet, null where the client sent none
 * @param signaled whether the client can say later that it needs the session no longer; where it
 *     cannot, closing its data channels says so
 * @param tap who else sees the frames and what they gave
 */
public record SessionOffer(String sdp, OfferOptions options, boolean signaled, FrameTap tap) {
  public SessionOffer(String sdp, OfferOptions options, boolean signaled) {
    this(sdp, options, signaled, FrameTap.NONE);
  }

  public SessionOffer(String sdp, OfferOptions options) {
    this(sdp, options, true);
  }
}
