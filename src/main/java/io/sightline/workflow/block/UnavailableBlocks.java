package io.sightline.workflow.block;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Roboflow's blocks that this server does not have on purpose, with the reason and what does
 * instead: a document that names one is refused, and its author need not search for a typing error.
 * One table for all of them; a type that the catalog knows is never looked up here.
 */
public final class UnavailableBlocks {
  private static final String CORE = "roboflow_core/";
  private static final String ENTERPRISE = "roboflow_enterprise/";
  private static final Map<String, String> REASONS = reasons();

  private UnavailableBlocks() {}

  /** Why a block is not there, as one sentence's end; empty where its type is simply unknown. */
  public static Optional<String> reason(String type) {
    String reason = REASONS.get(type);
    if (reason == null && type.startsWith(ENTERPRISE)) {
      reason = REASONS.get(ENTERPRISE);
    }
    return Optional.ofNullable(reason);
  }

  /** All types with their reasons; one that ends with a slash stands for all that begin so. */
  public static Map<String, String> all() {
    return REASONS;
  }

  private static Map<String, String> reasons() {
    Map<String, String> reasons = new HashMap<>();
    models(reasons);
    platform(reasons);
    sinks(reasons);
    return Collections.unmodifiableMap(reasons);
  }

  private static void models(Map<String, String> reasons) {
    put(
        reasons,
        "it asks a language model of a service outside, and frames do not leave this server; an"
            + " answer that comes as an input can be read with roboflow_core/vlm_as_detector@v2,"
            + " roboflow_core/vlm_as_classifier@v2 or roboflow_core/json_parser@v1",
        """
        anthropic_claude@v1 anthropic_claude@v2 anthropic_claude@v3 google_gemini@v1
        google_gemini@v2 google_gemini@v3 google_gemini@v4 google_gemma@v1 google_gemma@v2
        kimi_openrouter@v1 kimi_openrouter@v2 llama_3_2_vision@v1 llama_vision@v2 lmm@v1 LMM
        lmm_for_classification@v1 LMMForClassification meta_vlm@v1 open_ai@v1 OpenAI open_ai@v2
        open_ai@v3 open_ai@v4 open_ai@v5 openai_compatible@v1 openrouter@v1
        qwen3_5_openrouter@v1 qwen3_6_openrouter@v1 qwen_vlm@v1 qwen_vlm@v2 spacexai@v1\
        """);
    put(
        reasons,
        "it asks a service outside to read text, and frames do not leave this server; use"
            + " roboflow_core/ocr_model@v1",
        "google_vision_ocr@v1");
    put(
        reasons,
        "it asks a service outside to make pictures, and frames do not leave this server",
        "stability_ai_image_gen@v1 stability_ai_inpainting@v1 stability_ai_outpainting@v1");
    put(
        reasons,
        "its vision-language model is too large for this server; an answer that comes as an input"
            + " can be read with roboflow_core/vlm_as_detector@v2",
        """
        cog_vlm@v1 CogVLM cosmos3_edge@v1 florence_2@v1 florence_2@v2 moondream2@v1 qwen25vl@v1
        qwen3_5vl@v1 qwen3_5vl@v2 qwen3vl@v1 smolvlm2@v1\
        """);
    put(
        reasons,
        "its model for reading text is not here; use roboflow_core/ocr_model@v1",
        "easy_ocr@v1 EasyOCR glm_ocr@v1");
    put(
        reasons,
        "its foundation model for masks is not here; use"
            + " roboflow_core/roboflow_instance_segmentation_model@v4 with a model of your classes",
        """
        sam3@v1 sam3@v2 sam3@v3 sam3_interactive@v1 sam3_video@v1 seg-preview@v1
        segment_anything@v1 segment_anything_2_video@v1\
        """);
    put(
        reasons,
        "its model that takes classes as words is not here; use"
            + " roboflow_core/roboflow_object_detection_model@v3 with a model of your classes",
        "yolo_world_model@v1 YoloWorldModel YoloWorld");
    put(
        reasons,
        "its model for embeddings is not here; an embedding that comes as an input can be compared"
            + " with roboflow_core/cosine_similarity@v1",
        "clip@v1 clip_comparison@v1 ClipComparison clip_comparison@v2 perception_encoder@v1");
    put(reasons, "its model is not here", "depth_estimation@v1 gaze@v1");
    put(
        reasons,
        "models that give each pixel a class are not run here; use"
            + " roboflow_core/roboflow_instance_segmentation_model@v4",
        "roboflow_semantic_segmentation_model@v1 roboflow_semantic_segmentation_model@v2");
  }

  private static void platform(Map<String, String> reasons) {
    put(
        reasons,
        "it stores data on Roboflow's platform, which this server does not use; answers can be sent"
            + " with roboflow_core/webhook_sink@v1 or saved with roboflow_core/local_file_sink@v1",
        """
        asset_library_attributes@v1 model_monitoring_inference_aggregator@v1
        roboflow_custom_metadata@v1 RoboflowCustomMetadata roboflow_dataset_upload@v1
        RoboflowDatasetUpload roboflow_dataset_upload@v2 roboflow_vision_events@v1
        vision_event_bundle@v1\
        """);
    put(
        reasons,
        "it searches pictures on Roboflow's platform, which this server does not use",
        "visual_search@v1 visual_search_classifier@v1");
  }

  private static void sinks(Map<String, String> reasons) {
    put(
        reasons,
        "it sends messages through a service outside; use roboflow_core/webhook_sink@v1 with a"
            + " server of yours that sends them",
        """
        email_notification@v1 email_notification@v2 slack_notification@v1
        twilio_sms_notification@v1 twilio_sms_notification@v2\
        """);
    put(
        reasons,
        "it stores files with a service outside; use roboflow_core/local_file_sink@v1 or"
            + " roboflow_core/webhook_sink@v1",
        "s3_sink@v1");
    put(
        reasons,
        "it moves cameras; use roboflow_core/webhook_sink@v1 with a server of yours that moves"
            + " them",
        "onvif_sink@v1");
    String industrial =
        "it belongs to Roboflow's enterprise edition; use roboflow_core/webhook_sink@v1 with a"
            + " server of yours that passes values on";
    put(
        reasons,
        industrial,
        """
        microsoft_sql_server_sink@v1 microsoft_sql_server_sink@v2 modbus_tcp@v1 modbus_tcp@v2
        sinks@v1 sinks@v2\
        """);
    reasons.put("mqtt_writer_sink@v1", industrial);
    reasons.put(ENTERPRISE, industrial);
  }

  /** Types with a version are Roboflow's core blocks; others are their older names. */
  private static void put(Map<String, String> reasons, String reason, String types) {
    for (String type : types.split("\\s+")) {
      reasons.put(type.contains("@") ? CORE + type : type, reason);
    }
  }
}
