package io.sightline.session;

import io.sightline.settings.Settings;
import java.time.Duration;

/** How many, how long, how much: the bounds of sessions. */
record SessionLimits(
    int sessions,
    Duration life,
    Duration connect,
    Duration idle,
    Duration disconnected,
    Duration socketGrace,
    Duration sourceGrace,
    Duration frame,
    Duration close,
    int candidates,
    int offersPerMinute,
    int sdpBytes,
    int sdpLines) {
  static SessionLimits of(Settings s) {
    return new SessionLimits(
        s.integer("sightline.session.limit", 1, 1000),
        s.seconds("sightline.session.time.limit", 1, 604_800),
        s.seconds("sightline.session.connect.timeout", 1, 600),
        s.seconds("sightline.session.idle.timeout", 1, 86_400),
        s.seconds("sightline.session.disconnect.timeout", 1, 600),
        s.seconds("sightline.session.socket.grace", 0, 600),
        s.seconds("sightline.session.source.grace", 0, 600),
        s.seconds("sightline.pipeline.frame.timeout", 1, 3600),
        s.seconds("sightline.session.close.timeout", 1, 600),
        s.integer("sightline.session.candidates.limit", 1, 10_000),
        s.integer("sightline.session.offers.per.minute", 1, 10_000),
        s.integer("sightline.session.sdp.max.bytes", 1024, 1_048_576),
        s.integer("sightline.session.sdp.max.lines", 10, 100_000));
  }
}
