package io.sightline.session;

/**
 * The offer that opens a session.
 *
 * @param sdp session description (RFC 8866), not checked yet, null where the client sent none
 */
public record SessionOffer(String sdp, OfferOptions options) {}
