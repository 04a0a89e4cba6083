package io.sightline.workflow.blocks.sinks;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/**
 * A request to another server.
 *
 * @param headers without those that every request has
 * @param timeout for one attempt
 */
record WebhookRequest(
    WebhookTarget target,
    String method,
    Map<String, String> headers,
    WebhookBody body,
    Duration timeout) {

  /** The line and the headers as they are sent, with the empty line at their end. */
  byte[] head() {
    StringBuilder head = new StringBuilder();
    head.append(method).append(' ').append(target.path()).append(" HTTP/1.1\r\n");
    line(head, "Host", target.authority());
    line(head, "Connection", "close");
    line(head, "Content-Length", Integer.toString(body.bytes().length));
    if (absent("User-Agent")) {
      line(head, "User-Agent", "Sightline");
    }
    if (absent("Accept")) {
      line(head, "Accept", "*/*");
    }
    if (absent("Content-Type")) {
      line(head, "Content-Type", body.type());
    }
    headers.forEach((name, value) -> line(head, name, value));
    return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private boolean absent(String name) {
    return headers.keySet().stream().noneMatch(name::equalsIgnoreCase);
  }

  private static void line(StringBuilder head, String name, String value) {
    head.append(name).append(": ").append(value).append("\r\n");
  }
}
