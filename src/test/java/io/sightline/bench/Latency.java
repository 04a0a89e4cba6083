package io.sightline.bench;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One size of picture through the server and through the echo.
 *
 * @param size as "640x480"
 * @param stats the server's figures of the session
 */
record Latency(String size, Window server, JsonNode stats, Window echo) {
  private double stat(String group, String percentile) {
    return stats.path(group).path(percentile).asDouble(Double.NaN);
  }

  void overheadRows(Table table, double goalMillis) {
    table.goal(size + ", p50", goalMillis, stat("overhead_ms", "p50"), "ms", "");
    table.figure(size + ", p95", stat("overhead_ms", "p95"), "ms", "");
  }

  void rows(Table table) {
    double model = stat("inference_ms", "p50");
    for (double percent : new double[] {50, 95, 99}) {
      double ours = server.latencyMillis().percentile(percent);
      double bare = echo.latencyMillis().percentile(percent);
      String what = "%s, p%.0f: (server - model) / echo".formatted(size, percent);
      String note = "server %.0f ms, model %.0f ms, echo %.0f ms".formatted(ours, model, bare);
      table.goal(what, 1.25, (ours - model) / bare, "", note);
    }
    table.figure(size + ", model's own time, p95", stat("inference_ms", "p95"), "ms", "");
    table.figure(
        size + ", arrival to push on the server, p50", stat("latency_ms", "p50"), "ms", "");
    table.figure(size + ", pictures back a second by the server", server.rate(), "", note(server));
    table.figure(size + ", pictures back a second by the echo", echo.rate(), "", note(echo));
  }

  private static String note(Window window) {
    return "%s, %d stamps unread, machine idle %.0f %%"
        .formatted(window.size(), window.unread(), 100 * window.idle());
  }
}
