package io.sightline.workflow.blocks.sinks;

import io.sightline.settings.Settings;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

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
  private static final Pattern HOST =
      Pattern.compile("[A-Za-z0-9._-]+(:\\d{1,5})?|[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*");

  static WebhookSettings of(Settings settings) {
    return new WebhookSettings(
        hosts(settings),
        settings.flag("sightline.sinks.webhook.private.addresses"),
        settings.integer("sightline.sinks.webhook.threads", 1, 64),
        settings.integer("sightline.sinks.webhook.queue", 1, 10_000),
        settings.integer("sightline.sinks.webhook.attempts", 1, 10),
        settings.seconds("sightline.sinks.webhook.timeout.max", 0.1, 300),
        settings.integer("sightline.sinks.webhook.body.max.bytes", 1024, 64 << 20));
  }

  private static Set<String> hosts(Settings settings) {
    String name = "sightline.sinks.webhook.hosts";
    Set<String> hosts = new HashSet<>();
    for (String host : settings.list(name)) {
      if (!HOST.matcher(host).matches()) {
        throw settings.refuse(
            name, "names or addresses of hosts, each with or without a port, no schemes or paths");
      }
      hosts.add(host.toLowerCase(Locale.ROOT));
    }
    return Set.copyOf(hosts);
  }

  boolean allows(String host, int port) {
    return hosts.contains(host) || hosts.contains(host + ":" + port);
  }
}
