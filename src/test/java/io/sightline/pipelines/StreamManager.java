package io.sightline.pipelines;

import io.sightline.http.ApiKeys;
import io.sightline.http.BodyParser;
import io.sightline.http.DoorClient;
import io.sightline.session.PlainEnvironment;
import io.sightline.session.SessionRegistry;
import io.sightline.stream.Streams;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The commands with sessions behind them, in this JVM, over both ways in. */
final class StreamManager extends DoorClient implements AutoCloseable {
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

  @Override
  protected PipelineDoors doors() {
    return doors;
  }

  Answer post(String path) {
    return ask("POST", path, null);
  }

  @Override
  public Answer ask(String method, String path, Object body) {
    return super.ask(method, "inference_pipelines/" + path, body);
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

  @Override
  public void close() {
    server.close();
    threads.shutdown();
    PlainEnvironment.end(registry);
    streams.close();
  }
}
