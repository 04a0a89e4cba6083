package io.sightline.bench;

import com.fasterxml.jackson.databind.JsonNode;

/** One picture size through the server and through the echo. */
record Latency(Call.Load load, Served served, Sample echoMillis, Window echoWindow) {
  /**
   * One session's window.
   *
   * @param unread frames whose stamp could not be read
   * @param size of the frames that came back
   * @param stats the server's figures of the session
   */
  record Served(Sample millis, long unread, String size, JsonNode stats, Window window) {
    double stat(String group, String percentile) {
      return stats.path(group).path(percentile).asDouble(Double.NaN);
    }
  }

  void overheadRows(Table table, double goalMillis) {
    table.goal(load + ", p50", goalMillis, served.stat("overhead_ms", "p50"), "ms", "");
    table.figure(load + ", p95", served.stat("overhead_ms", "p95"), "ms", "");
  }

  void rows(Table table) {
    double model = served.stat("inference_ms", "p50");
    for (double percent : new double[] {50, 95, 99}) {
      double ours = served.millis.percentile(percent);
      double bare = echoMillis.percentile(percent);
      String what = "%s, p%.0f: (server - model) / echo".formatted(load, percent);
      String note = "server %.0f ms, model %.0f ms, echo %.0f ms".formatted(ours, model, bare);
      table.goal(what, 1.25, (ours - model) / bare, "", note);
    }
    table.figure(load + ", model's own time p95", served.stat("inference_ms", "p95"), "ms", "");
    table.figure(
        load + ", arrival to push on the server, p50", served.stat("latency_ms", "p50"), "ms", "");
    table.figure(
        load + ", frames back a second",
        served.millis.size() / served.window.seconds(),
        "",
        "%s, %d stamps unread; echo %.1f; machine idle %.0f %%, beside echo %.0f %%"
            .formatted(
                served.size,
                served.unread,
                echoMillis.size() / echoWindow.seconds(),
                100 * served.window.idle(),
                100 * echoWindow.idle()));
  }
}
