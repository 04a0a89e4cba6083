package io.sightline.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a request is answered with: JSON.
 *
 * @param body in UTF-8; the caller does not write it again
 */
public record Reply(int status, Map<String, String> headers, byte[] body) {
  public Reply {
    headers = Map.copyOf(headers);
  }

  public static Reply ok(byte[] body) {
    return new Reply(200, Map.of(), body);
  }

  /**
   * @param value strings, numbers, booleans, lists, maps and nulls
   */
  public static Reply of(int status, Object value) {
    try {
      return new Reply(status, Map.of(), Json.MAPPER.writeValueAsBytes(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An error that this server has a name for. */
  public static Reply problem(int status, String errorType, String message) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("message", message);
    body.put("error_type", errorType);
    return of(status, body);
  }

  /** An error that says no more than its name, as Roboflow's server words it. */
  public static Reply detail(int status, String detail) {
    return of(status, Map.of("detail", detail));
  }

  public Reply with(String header, String value) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put(header, value);
    return new Reply(status, all, body);
  }
}
