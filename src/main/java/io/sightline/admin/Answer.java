package io.sightline.admin;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;

/** A check's answer as it grows, up at first; needs no server, unlike the standard's builder. */
final class Answer {
  private final String name;
  private final Map<String, Object> data = new LinkedHashMap<>();
  private Status status = Status.UP;

  Answer(String name) {
    this.name = name;
  }

  Answer up() {
    status = Status.UP;
    return this;
  }

  Answer down() {
    status = Status.DOWN;
    return this;
  }

  Answer with(String key, String value) {
    data.put(key, value);
    return this;
  }

  Answer with(String key, long value) {
    data.put(key, value);
    return this;
  }

  HealthCheckResponse response() {
    return new HealthCheckResponse(name, status, Optional.of(data));
  }
}
