package io.sightline.signaling;

import io.sightline.settings.Settings;
import java.time.Duration;

/** The bounds of sockets and their messages. */
record SignalingSettings(
    int messageBytes,
    int messagesPerSecond,
    int socketsLimit,
    Duration offerTimeout,
    int candidatesLimit) {
  static SignalingSettings of(Settings s) {
    return new SignalingSettings(
        s.integer("sightline.signaling.message.max.bytes", 1024, 16_777_216),
        s.integer("sightline.signaling.messages.per.second", 1, 10_000),
        s.integer("sightline.signaling.sockets.limit", 1, 100_000),
        s.seconds("sightline.signaling.offer.timeout", 1, 600),
        s.integer("sightline.session.candidates.limit", 1, 10_000));
  }
}
