package io.sightline.workflow.blocks.sinks;

import io.sightline.workflow.query.PythonValues;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a request carries: files and fields in parts, or fields of a form, or else JSON.
 *
 * @param type media type
 */
record WebhookBody(String type, byte[] bytes) {
  /**
   * @param maxBytes of the whole
   * @throws IllegalArgumentException where a value has no form there, or all is too long
   */
  static WebhookBody of(Map<?, ?> json, Map<?, ?> files, Map<?, ?> form, int maxBytes) {
    WebhookBody body;
    if (!files.isEmpty()) {
      body = multipart(files, form, maxBytes);
    } else if (!form.isEmpty()) {
      body =
          new WebhookBody(
              "application/x-www-form-urlencoded",
              encoded(form).getBytes(StandardCharsets.US_ASCII));
    } else {
      body =
          new WebhookBody(
              "application/json",
              PythonValues.json(json, maxBytes).getBytes(StandardCharsets.US_ASCII));
    }
    if (body.bytes.length > maxBytes) {
      throw tooLong(maxBytes);
    }
    return body;
  }

  private static IllegalArgumentException tooLong(int maxBytes) {
    return new IllegalArgumentException(
        "a request carries %d bytes at most (setting sightline.sinks.webhook.body.max.bytes)"
            .formatted(maxBytes));
  }

  /** Names and values as in a query; a list stands for several values. */
  static String encoded(Map<?, ?> fields) {
    List<String> pairs = new ArrayList<>();
    fields.forEach(
        (name, value) ->
            values(value).forEach(one -> pairs.add(encoded((String) name) + "=" + encoded(one))));
    return String.join("&", pairs);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("*", "%2A").replace("%7E", "~");
  }

  private static List<String> values(Object value) {
    List<String> values = new ArrayList<>();
    Iterable<?> all = List.of();
    if (value instanceof List<?> list) {
      all = list;
    } else if (value instanceof Map<?, ?> map) {
      all = map.keySet();
    } else if (value != null) {
      all = List.of(value);
    }
    for (Object one : all) {
      if (one != null) {
        values.add(PythonValues.text(one));
      }
    }
    return values;
  }

  private static WebhookBody multipart(Map<?, ?> files, Map<?, ?> form, int maxBytes) {
    String boundary = UUID.randomUUID().toString().replace("-", "");
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    form.forEach(
        (name, value) ->
            values(value)
                .forEach(
                    one ->
                        part(
                            body,
                            boundary,
                            "name=\"%s\"".formatted(escaped((String) name)),
                            one.getBytes(StandardCharsets.UTF_8),
                            maxBytes)));
    files.forEach(
        (name, value) -> {
          if (value != null) {
            String safe = escaped((String) name);
            part(
                body,
                boundary,
                "name=\"%s\"; filename=\"%s\"".formatted(safe, safe),
                content((String) name, value),
                maxBytes);
          }
        });
    body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
    return new WebhookBody("multipart/form-data; boundary=" + boundary, body.toByteArray());
  }

  private static void part(
      ByteArrayOutputStream body, String boundary, String names, byte[] content, int maxBytes) {
    if (content.length > maxBytes - body.size()) {
      throw tooLong(maxBytes);
    }
    String head = "--%s\r\nContent-Disposition: form-data; %s\r\n\r\n".formatted(boundary, names);
    body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    body.writeBytes(content);
    body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
  }

  private static String escaped(String name) {
    return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static byte[] content(String name, Object value) {
    if (value instanceof byte[] bytes) {
      return bytes;
    }
    if (value instanceof String || value instanceof Number || value instanceof Boolean) {
      return PythonValues.text(value).getBytes(StandardCharsets.UTF_8);
    }
    throw new IllegalArgumentException(
        "the file '%s' is made of text or bytes, not of %s; an operation can convert it"
            .formatted(name, PythonValues.typeName(value)));
  }
}
