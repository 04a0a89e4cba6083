package io.sightline.session;

import io.sightline.pipeline.FrameTap;

/**
 * The offer that opens a session.
 *
 * @param sdp session description (RFC 8866), not checked yet, null where the client sent none
 * @param signaled whether the client has a signaling socket. Where it has none, closing its data
 *     channels says that it needs the session no longer, and a file that it uploads there may take
 *     the place of video
 * @param client the address that it came from, for the log; null where that is not known
 * @param tap who else sees the frames and what they gave
 */
public record SessionOffer(
    String sdp, OfferOptions options, boolean signaled, String client, FrameTap tap) {
  public SessionOffer(String sdp, OfferOptions options, boolean signaled) {
    this(sdp, options, signaled, null, FrameTap.NONE);
  }

  public SessionOffer(String sdp, OfferOptions options) {
    this(sdp, options, true);
  }

  /** The same offer, come from {@code address}. */
  public SessionOffer from(String address) {
    return new SessionOffer(sdp, options, signaled, address, tap);
  }
}
