package io.sightline.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks doors in this JVM and waits for what they answer. */
public abstract class DoorClient {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** An answer and its status. */
  public record Answer(int status, JsonNode body) {
    public JsonNode at(String pointer) {
      return body.at(pointer);
    }
  }

  protected abstract HttpDoors doors();

  public Answer get(String path) {
    return ask("GET", path, null);
  }

  /**
   * @param body null for none
   */
  public Answer ask(String method, String path, Object body) {
    CompletableFuture<Reply> answer = new CompletableFuture<>();
    List<String> segments = List.of(path.split("/"));
    doors().answer(() -> new Call(method, segments, body, body != null, false), answer::complete);
    try {
      Reply reply = answer.get(30, TimeUnit.SECONDS);
      return new Answer(reply.status(), JSON.readTree(reply.body()));
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The fields of a JSON object. */
  @SuppressWarnings("unchecked")
  public static Map<String, Object> parse(String json) {
    try {
      return JSON.readValue(json, Map.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
