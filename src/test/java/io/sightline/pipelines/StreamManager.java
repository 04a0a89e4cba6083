package io.sightline.pipelines;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sightline.http.ApiKeys;
import io.sightline.http.BodyParser;
import io.sightline.http.Call;
import io.sightline.http.Reply;
import io.sightline.session.EndReason;
import io.sightline.session.PlainEnvironment;
import io.sightline.session.SessionRegistry;
import io.sightline.stream.Streams;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The commands with sessions behind them, in this JVM, over both ways in. */
final class StreamManager implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Streams streams;
  private final SessionRegistry registry;
  private final PipelineDoors doors;
  private final CommandServer server;

  StreamManager(Path folder, int sessions, Map<String, String> variables) {
    Map<String, String> all = new HashMap<>(Map.of("STREAM_MANAGER_PORT", "0"));
    all.put("ENABLE_STREAM_API", "True");
    all.putAll(variables);
    streams = new Streams(folder, all);
    registry = new SessionRegistry(sessions, streams.plain()::session, session -> {});
    Commands commands =
        new Commands(
            registry,
            streams.environment(),
            new ResultForm(streams.settings()),
            threads,
            task -> streams.timer().schedule(task, 2, TimeUnit.SECONDS));
    PipelineSettings settings = PipelineSettings.of(streams.settings());
    doors = new PipelineDoors(settings.http(), commands);
    CommandReader reader =
        new CommandReader(
            new BodyParser(streams.settings()),
            ApiKeys.of(streams.settings()),
            settings.everyKeyed());
    server =
        new CommandServer(
            settings,
            threads,
            socket -> new CommandConnection(socket, settings, reader, commands, streams.timer()));
  }

  SessionRegistry registry() {
    return registry;
  }

  CommandServer server() {
    return server;
  }

  PipelineDoors doors() {
    return doors;
  }

  /** An answer and its status. */
  record Answer(int status, JsonNode body) {
    JsonNode at(String pointer) {
      return body.at(pointer);
    }
  }

  Answer get(String path) {
    return ask("GET", path, null);
  }

  Answer post(String path) {
    return ask("POST", path, null);
  }

  Answer ask(String method, String path, Object body) {
    CompletableFuture<Reply> answer = new CompletableFuture<>();
    List<String> segments = List.of(("inference_pipelines/" + path).split("/"));
    doors.answer(() -> new Call(method, segments, body, body != null, false), answer::complete);
    try {
      Reply reply = answer.get(30, TimeUnit.SECONDS);
      return new Answer(reply.status(), JSON.readTree(reply.body()));
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The body that opens a pipeline, with every key of the reference's. */
  static Map<String, Object> body(Object reference) {
    Map<String, Object> video = new LinkedHashMap<>();
    video.put("type", "VideoConfiguration");
    video.put("video_reference", reference);
    video.put("max_fps", null);
    video.put("source_buffer_filling_strategy", "WAIT");
    video.put("source_buffer_consumption_strategy", "LAZY");
    video.put("video_source_properties", Map.of("frame_width", 1920.0));
    video.put("batch_collection_timeout", null);
    Map<String, Object> workflow = new LinkedHashMap<>();
    workflow.put("type", "WorkflowConfiguration");
    workflow.put("workflow_specification", parse(PlainEnvironment.ECHO));
    workflow.put("workspace_name", null);
    workflow.put("workflow_id", null);
    workflow.put("workflow_version_id", null);
    workflow.put("image_input_name", "image");
    workflow.put("workflows_parameters", Map.of("threshold", 0.25));
    workflow.put("disable_sinks", true);
    workflow.put("workflows_thread_pool_workers", 4);
    workflow.put("execution_engine_thread_pool_workers", 4);
    workflow.put("cancel_thread_pool_tasks_on_exit", true);
    workflow.put("video_metadata_input_name", "video_metadata");
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("video_configuration", video);
    body.put("processing_configuration", workflow);
    body.put(
        "sink_configuration", Map.of("type", "MemorySinkConfiguration", "results_buffer_size", 8));
    body.put("consumption_timeout", 120.0);
    body.put("api_key", "a-key");
    body.put("predictions_queue_size", 512);
    body.put("decoding_buffer_size", 64);
    return body;
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> inner(Map<String, Object> body, String name) {
    return (Map<String, Object>) body.get(name);
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> parse(String json) {
    try {
      return JSON.readValue(json, Map.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.close();
    threads.shutdown();
    registry
        .snapshots()
        .forEach(s -> registry.end(s.id(), EndReason.ADMINISTRATOR, "the test is over"));
    registry.closeAll(20_000);
    streams.close();
  }
}
