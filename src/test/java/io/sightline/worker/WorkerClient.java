package io.sightline.worker;

import io.sightline.http.DoorClient;
import io.sightline.session.PlainEnvironment;
import io.sightline.session.SessionRegistry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The doors with sessions behind them, in this JVM, and the requests of the published clients. */
final class WorkerClient extends DoorClient implements AutoCloseable {
  private final PlainEnvironment environment;
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final SessionRegistry registry;
  private final WorkerDoors doors;

  WorkerClient(int sessions) {
    this(sessions, Map.of());
  }

  WorkerClient(int sessions, Map<String, String> variables) {
    environment = new PlainEnvironment(variables);
    registry = new SessionRegistry(sessions, environment::session, session -> {});
    doors =
        new WorkerDoors(
            registry::open,
            task -> timer.schedule(task, 2, TimeUnit.SECONDS),
            environment::iceServers);
  }

  SessionRegistry registry() {
    return registry;
  }

  @Override
  protected WorkerDoors doors() {
    return doors;
  }

  Answer post(String path, Object body) {
    return ask("POST", path, body);
  }

  Answer open(Map<String, Object> body) {
    return post("initialise_webrtc_worker", body);
  }

  /** The body that the SDK for JavaScript sends, key by key. */
  static Map<String, Object> javaScript(String sdp) {
    Map<String, Object> workflow = new LinkedHashMap<>();
    workflow.put("type", "WorkflowConfiguration");
    workflow.put("image_input_name", "image");
    workflow.put("workflows_parameters", Map.of());
    workflow.put("workflows_thread_pool_workers", 4);
    workflow.put("cancel_thread_pool_tasks_on_exit", true);
    workflow.put("video_metadata_input_name", "video_metadata");
    workflow.put("workflow_specification", parse(PlainEnvironment.ECHO));
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("workflow_configuration", workflow);
    body.put("api_key", "a-key");
    body.put("webrtc_realtime_processing", true);
    body.put("webrtc_offer", Map.of("sdp", sdp, "type", "offer"));
    body.put("webrtc_config", null);
    body.put("stream_output", List.of());
    body.put("data_output", List.of());
    return body;
  }

  /** The body that the SDK for Python sends for a file. */
  static Map<String, Object> python(String sdp, List<String> dataOutput) {
    Map<String, Object> body = javaScript(sdp);
    body.remove("api_key");
    body.put("webrtc_realtime_processing", false);
    body.put("webrtc_config", Map.of("iceServers", List.of()));
    body.put("data_output", dataOutput);
    body.put("video_file_upload", true);
    body.put("manual_mode", false);
    body.put("requested_plan", "webrtc-gpu-small");
    body.put("processing_timeout", 60);
    return body;
  }

  /**
   * The body that the SDK for Python sends for a camera, in the order in which it puts it together.
   *
   * @param own what its source adds
   */
  static Map<String, Object> pythonCamera(String sdp, Map<String, Object> own) {
    Map<String, Object> workflow = new LinkedHashMap<>();
    workflow.put("type", "WorkflowConfiguration");
    workflow.put("image_input_name", "image");
    workflow.put("workflows_parameters", Map.of("threshold", 0.25));
    workflow.put("workflow_specification", parse(PlainEnvironment.ECHO));
    Map<String, Object> stun = new LinkedHashMap<>();
    stun.put("urls", List.of("stun:127.0.0.1:9"));
    stun.put("username", null);
    stun.put("credential", null);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("workflow_configuration", workflow);
    body.put("webrtc_offer", Map.of("type", "offer", "sdp", sdp));
    body.put("webrtc_realtime_processing", true);
    body.put("stream_output", List.of("picture"));
    body.put("data_output", List.of("threshold"));
    body.put("webrtc_config", Map.of("iceServers", List.of(stun)));
    body.put("declared_fps", 29.97);
    body.put("requested_plan", "webrtc-gpu-small");
    body.put("requested_region", "us");
    body.put("processing_timeout", 60);
    body.putAll(own);
    return body;
  }

  /** What the SDK for Python sent in its first releases: every key, null where there is nothing. */
  static Map<String, Object> earlyPython(String sdp) {
    Map<String, Object> body = pythonCamera(sdp, Map.of());
    body.keySet().removeAll(List.of("webrtc_config", "requested_plan", "requested_region"));
    body.put("api_key", null);
    body.put("webrtc_turn_config", null);
    body.put("declared_fps", null);
    body.put("rtsp_url", null);
    body.remove("processing_timeout");
    return body;
  }

  @Override
  public void close() {
    PlainEnvironment.end(registry);
    timer.shutdownNow();
    environment.close();
  }
}
