package io.sightline.workflow.blocks.sinks;

import io.sightline.settings.Settings;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the administrator allows of requests to other servers.
 *
 * @param hosts names with or without a port; without one every port is allowed
 * @param privateAddresses true where they may have addresses of private networks and of this
 *     machine
 * @param threads requests at once
 * @param waiting requests that wait at most
 * @param attempts for a request that did not get through, the first included
 * @param longest time for one attempt, whatever a step asks for
 * @param maxBytes of a body
 */
record WebhookSettings(
    Set<String> hosts,
    boolean privateAddresses,
    int threads,
    int waiting,
    int attempts,
    Duration longest,
    int maxBytes) {
  static WebhookSettings of(Settings settings) {
    return new WebhookSettings(
        settings.list("sightline.sinks.webhook.hosts").stream()
            .map(host -> host.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet()),
        settings.flag("sightline.sinks.webhook.private.addresses"),
        settings.integer("sightline.sinks.webhook.threads", 1, 64),
        settings.integer("sightline.sinks.webhook.queue", 1, 10_000),
        settings.integer("sightline.sinks.webhook.attempts", 1, 10),
        settings.seconds("sightline.sinks.webhook.timeout.max", 0.1, 300),
        settings.integer("sightline.sinks.webhook.body.max.bytes", 1024, 64 << 20));
  }

  boolean allows(String host, int port) {
    return hosts.contains(host) || hosts.contains(host + ":" + port);
  }
}
