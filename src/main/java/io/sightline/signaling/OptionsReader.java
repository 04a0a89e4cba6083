package io.sightline.signaling;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sightline.session.IceServer;
import io.sightline.session.OfferOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the options of an offer; their names are the same at every door. */
final class OptionsReader {
  private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

  private final ObjectMapper json;

  OptionsReader(ObjectMapper json) {
    this.json = json;
  }

  OfferOptions read(Fields message) {
    Fields workflow = message.inner("workflow_configuration");
    JsonNode definition = workflow == null ? null : workflow.node("workflow_specification");
    return new OfferOptions(
        definition == null ? null : definition.toString(),
        workflow == null ? null : workflow.text("workflow_id"),
        workflow == null ? null : workflow.text("image_input_name"),
        workflow == null ? Map.of() : parameters(workflow),
        message.texts("stream_output"),
        message.texts("data_output"),
        message.flag("webrtc_realtime_processing"),
        iceServers(message),
        message.has("declared_fps") ? message.number("declared_fps") : message.number("webcam_fps"),
        message.smallNumber("fps_probe_frames"),
        message.number("processing_timeout"),
        message.text("rtsp_url"),
        message.text("mjpeg_url"),
        message.text("data_format"),
        workflow == null ? null : workflow.flag("disable_sinks"));
  }

  /** Values of a workflow's parameters; empty where there are none. */
  Map<String, Object> parameters(Fields fields) {
    JsonNode values = fields.node("workflows_parameters");
    return values == null ? Map.of() : json.convertValue(values, MAP);
  }

  /** One relay, or a list as browsers take it; the former goes first, as in the reference. */
  private static List<IceServer> iceServers(Fields message) {
    Fields relay = message.inner("webrtc_turn_config");
    if (relay != null) {
      return List.of(iceServer(relay));
    }
    Fields configuration = message.inner("webrtc_config");
    List<IceServer> servers = new ArrayList<>();
    if (configuration != null) {
      configuration.objects("iceServers").forEach(s -> servers.add(iceServer(s)));
    }
    return servers;
  }

  private static IceServer iceServer(Fields server) {
    List<String> urls = server.textOrTexts("urls");
    if (urls == null) {
      throw new InvalidMessage("'urls' is missing in an ICE server: a text or a list of texts");
    }
    return new IceServer(urls, server.text("username"), server.text("credential"));
  }
}
