package io.sightline.session;

import io.sightline.settings.Settings;

/** What a client may send on its data channels. */
record InboundLimits(int messagesPerSecond, int messageBytes) {
  static InboundLimits of(Settings s) {
    return new InboundLimits(
        s.integer("sightline.datachannel.inbound.messages.per.second", 1, 10_000),
        s.integer("sightline.datachannel.inbound.message.max.bytes", 256, 262_144));
  }
}
