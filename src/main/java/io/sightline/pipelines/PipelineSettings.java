package io.sightline.pipelines;

import io.sightline.settings.Settings;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * How the commands come in.
 *
 * @param http whether the HTTP API answers
 * @param tcp whether the TCP protocol is spoken
 * @param host address that is listened at
 * @param port 0 for any free one
 * @param connections at once
 * @param commandBytes of one command
 * @param timeout in which a command must have come, and its answer be taken
 * @param everyKeyed whether every command over TCP is asked for a key where keys are listed
 */
record PipelineSettings(
    boolean http,
    boolean tcp,
    String host,
    int port,
    int connections,
    int commandBytes,
    Duration timeout,
    boolean everyKeyed) {
  private static final String HOST = "sightline.pipelines.tcp.host";
  private static final Pattern ADDRESS =
      Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

  static PipelineSettings of(Settings s) {
    return new PipelineSettings(
        s.flag("sightline.pipelines.enabled"),
        s.flag("sightline.pipelines.tcp.enabled"),
        host(s),
        s.integer("sightline.pipelines.tcp.port", 0, 65_535),
        s.integer("sightline.pipelines.tcp.connections", 1, 256),
        s.integer("sightline.pipelines.tcp.command.max.bytes", 1024, 67_108_864),
        s.seconds("sightline.pipelines.tcp.timeout", 0.1, 300),
        s.flag("sightline.pipelines.tcp.keys.every.command"));
  }

  /** No name has to be looked up at the start. */
  private static String host(Settings s) {
    String host = s.text(HOST);
    if (host.equals("localhost") || ADDRESS.matcher(host).matches()) {
      return host;
    }
    throw s.refuse(HOST, "an address such as 127.0.0.1, 0.0.0.0 or ::1, or localhost");
  }
}
