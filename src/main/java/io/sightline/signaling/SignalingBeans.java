package io.sightline.signaling;

import io.sightline.session.HousekeepingRound;
import io.sightline.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Puts the package together inside the container. */
@ApplicationScoped
class SignalingBeans {
  @Produces
  @Singleton
  SignalingSettings settings(Settings settings) {
    return SignalingSettings.of(settings);
  }

  @Produces
  @Singleton
  MessageCodec codec(SignalingSettings settings) {
    return new MessageCodec(settings.messageBytes());
  }

  @Produces
  @Singleton
  OpenSockets sockets(SignalingSettings settings) {
    return new OpenSockets(settings.socketsLimit());
  }

  void sweep(@Observes HousekeepingRound round, OpenSockets sockets) {
    sockets.sweep();
  }
}
