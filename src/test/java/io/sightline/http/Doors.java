package io.sightline.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.sightline.settings.ReferenceFile;
import io.sightline.settings.Settings;
import io.sightline.workflow.WorkflowEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** The doors with an engine behind them, without a server. */
final class Doors {
  private final HttpSettings settings;
  private final WorkflowDoors doors;

  /**
   * @param environment settings other than the defaults, as environment variables
   */
  Doors(Map<String, String> environment) {
    Settings all = new ReferenceFile(environment).settings();
    WorkflowEngine engine = new WorkflowEngine(all, type -> null, Runnable::run);
    settings = HttpSettings.of(all);
    doors = new WorkflowDoors(engine, engine.store(), settings);
  }

  Reply get(String path) {
    return doors.answer(call("GET", path, null, false));
  }

  /** Posts JSON with apostrophes for quotes. */
  Reply post(String path, String json) {
    try {
      String body = json.replace('\'', '"');
      Object value = Json.reader(settings).readValue(body, Object.class);
      return doors.answer(call("POST", path, value, true));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Posts bytes as they come over the network. */
  Reply post(String path, byte[] body) {
    return doors.answer(
        () -> call("POST", path, new BodyParser(settings).parse(body), body.length > 0));
  }

  /** Posts a body of a type as it comes over the network. */
  Reply post(String path, String contentType, byte[] body) {
    return doors.answer(
        () -> new BodyParser(settings).call(call("POST", path, null, false), contentType, body));
  }

  Reply postNothing(String path) {
    return doors.answer(call("POST", path, null, false));
  }

  private static Call call(String method, String path, Object body, boolean hasBody) {
    return new Call(method, Arrays.asList(path.split("/")), body, hasBody, false);
  }

  static JsonNode json(Reply reply) {
    try {
      return Json.MAPPER.readTree(reply.body());
    } catch (IOException e) {
      throw new UncheckedIOException(new String(reply.body(), StandardCharsets.UTF_8), e);
    }
  }
}
