package io.sightline.session;

/** A limit that a session has passed, and what its client is told. */
public record Expiry(EndReason reason, String message) {}
