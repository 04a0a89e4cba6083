package io.sightline.worker;

import io.sightline.http.Call;
import io.sightline.http.RequestBody;
import io.sightline.session.IceServer;
import io.sightline.session.OfferOptions;
import io.sightline.session.SessionOffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a client asks for.
 *
 * @param lease the id that the client gave the session, null for none
 */
record WorkerRequest(SessionOffer offer, String lease) {
  private static final String CONFIGURATION = "WorkflowConfiguration";
  private static final int LEASE_MAX = 256;

  /** Of the reference's hosted service; the key was looked at before. */
  private static final List<String> UNUSED =
      List.of("api_key", "requested_plan", "requested_gpu", "requested_region", "workspace_id");

  /**
   * Reads a body; keys that are not known are ignored, known ones without an effect are checked.
   *
   * @throws io.sightline.http.HttpException (422) with everything that is wrong
   */
  static WorkerRequest of(Call call) {
    RequestBody body = RequestBody.of(call);
    body.require("workflow_configuration", "webrtc_offer");
    RequestBody workflow = body.inner("workflow_configuration");
    RequestBody offer = body.inner("webrtc_offer");
    if (workflow != null) {
      checkType(workflow);
      checkUnused(workflow);
    }
    String sdp = null;
    if (offer != null) {
      offer.require("type", "sdp");
      offer.literal("type", "offer");
      sdp = offer.text("sdp");
    }
    OfferOptions options =
        new OfferOptions(
            workflow == null ? null : workflow.json("workflow_specification"),
            workflow == null ? null : workflow.text("workflow_id"),
            workflow == null ? null : workflow.text("image_input_name"),
            workflow == null ? Map.of() : workflow.values("workflows_parameters"),
            body.value("stream_output") == null ? null : body.texts("stream_output"),
            body.value("data_output") == null ? null : body.texts("data_output"),
            body.value("webrtc_realtime_processing") == null
                ? null
                : body.flag("webrtc_realtime_processing"),
            iceServers(body),
            body.number("declared_fps"),
            null,
            body.number("processing_timeout"),
            body.text("rtsp_url"),
            body.text("mjpeg_url"),
            null,
            workflow == null || workflow.value("disable_sinks") == null
                ? null
                : workflow.flag("disable_sinks"),
            StartTime.of(body, "processing_session_started"));
    UNUSED.forEach(body::text);
    body.flag("is_preview");
    String lease = body.text("session_id");
    if (lease != null && lease.length() > LEASE_MAX) {
      body.fault(
          "string_too_long",
          "String should have at most %d characters".formatted(LEASE_MAX),
          null,
          "session_id");
    }
    body.check();
    return new WorkerRequest(new SessionOffer(sdp, options, false), lease);
  }

  private static void checkType(RequestBody workflow) {
    workflow.require("type");
    workflow.literal("type", CONFIGURATION);
  }

  /** What sizes the reference's threads, or says where it fetches a workflow from. */
  private static void checkUnused(RequestBody workflow) {
    workflow.text("workspace_name");
    workflow.text("workflow_version_id");
    workflow.text("video_metadata_input_name");
    workflow.number("workflows_thread_pool_workers");
    workflow.number("execution_engine_thread_pool_workers");
    workflow.flag("cancel_thread_pool_tasks_on_exit");
  }

  /** One relay in the old form takes the place of the list. */
  private static List<IceServer> iceServers(RequestBody body) {
    RequestBody relay = body.inner("webrtc_turn_config");
    if (relay != null) {
      relay.require("urls", "username", "credential");
      return List.of(iceServer(relay));
    }
    RequestBody configuration = body.inner("webrtc_config");
    List<IceServer> servers = new ArrayList<>();
    if (configuration != null) {
      configuration.require("iceServers");
      for (RequestBody server : configuration.inners("iceServers")) {
        server.require("urls");
        servers.add(iceServer(server));
      }
    }
    return servers;
  }

  private static IceServer iceServer(RequestBody server) {
    List<String> urls =
        server.value("urls") instanceof String one ? List.of(one) : server.texts("urls");
    return new IceServer(urls, server.text("username"), server.text("credential"));
  }
}
