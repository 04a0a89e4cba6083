package io.sightline.pipelines;

import io.sightline.http.RequestBody;
import io.sightline.stream.BufferConsumption;
import io.sightline.stream.BufferFilling;
import io.sightline.stream.CollectionMode;
import io.sightline.stream.CollectionPolicy;
import io.sightline.stream.StreamLimits;
import io.sightline.stream.StreamOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads what the reference calls InitialisePipelinePayload. Fields that would size the reference's
 * threads and queues are checked and have no effect here.
 */
record PipelinePayload(StreamLimits limits) {
  private static final int BUFFER = 64;
  private static final int RESULTS = 64;
  private static final int ANY = Integer.MAX_VALUE;
  private static final int NAME_MAX = 256;
  private static final int REFERENCE_MAX = 2048;

  /** Reads without a check of the whole: the caller may read more, then checks. */
  StreamOptions read(RequestBody body) {
    body.require("video_configuration", "processing_configuration");
    Payload payload = new Payload(body);
    payload.integer("predictions_queue_size", -ANY, ANY, 0);
    body.text("api_key");
    int buffer = payload.integer("decoding_buffer_size", 1, limits.bufferFrames(), BUFFER);
    StreamOptions.Sources sources =
        sources(payload.typed("video_configuration", "VideoConfiguration"), buffer);
    StreamOptions.Work work =
        work(payload.typed("processing_configuration", "WorkflowConfiguration"));
    Payload sink = payload.typed("sink_configuration", "MemorySinkConfiguration");
    int results =
        sink == null ? RESULTS : sink.integer("results_buffer_size", 0, limits.results(), RESULTS);
    return new StreamOptions(sources, work, results, payload.seconds("consumption_timeout"));
  }

  private StreamOptions.Sources sources(Payload video, int buffer) {
    if (video == null) {
      return new StreamOptions.Sources(
          List.of(), null, null, buffer, CollectionPolicy.of(null), null);
    }
    video.body().require("video_reference");
    RequestBody properties = video.body().inner("video_source_properties");
    if (properties != null) {
      properties.names().forEach(properties::requireNumber);
    }
    CollectionMode mode = mode(video.body());
    boolean legacy = mode == CollectionMode.LEGACY;
    return new StreamOptions.Sources(
        references(video.body()),
        video.choice(
            "source_buffer_filling_strategy",
            BufferFilling.class,
            legacy ? BufferFilling.DROP_OLDEST : null),
        video.choice(
            "source_buffer_consumption_strategy",
            BufferConsumption.class,
            legacy ? BufferConsumption.EAGER : null),
        buffer,
        new CollectionPolicy(
            mode, video.seconds("batch_collection_timeout"), video.seconds("max_staleness")),
        video.positive("max_fps"));
  }

  /**
   * The reference takes it in its Python interface only; its words for none are "none", "legacy".
   */
  private static CollectionMode mode(RequestBody video) {
    String word = video.text("video_processing_mode");
    if (word == null || word.equalsIgnoreCase("none")) {
      return CollectionMode.LEGACY;
    }
    for (CollectionMode mode : CollectionMode.values()) {
      if (mode.name().equalsIgnoreCase(word)) {
        return mode;
      }
    }
    video.fault(
        "enum",
        "Input should be 'auto', 'every_frame', 'freshest' or 'legacy'",
        word,
        "video_processing_mode");
    return CollectionMode.LEGACY;
  }

  private static StreamOptions.Work work(Payload workflow) {
    if (workflow == null) {
      return new StreamOptions.Work(null, null, "image", Map.of(), true);
    }
    RequestBody body = workflow.body();
    body.text("workspace_name");
    body.text("workflow_version_id");
    body.text("video_metadata_input_name");
    workflow.integer("workflows_thread_pool_workers", -ANY, ANY, 0);
    workflow.integer("execution_engine_thread_pool_workers", -ANY, ANY, 0);
    workflow.flag("cancel_thread_pool_tasks_on_exit", true);
    String image = body.text("image_input_name");
    if (image != null && (image.isBlank() || image.length() > NAME_MAX)) {
      body.fault(
          "string_too_long",
          "String should have 1 to %d characters".formatted(NAME_MAX),
          null,
          "image_input_name");
    }
    return new StreamOptions.Work(
        body.json("workflow_specification"),
        body.text("workflow_id"),
        image == null ? "image" : image,
        body.values("workflows_parameters"),
        !workflow.flag("disable_sinks", false));
  }

  /** One reference, or a list of them; a number names a camera of the machine itself. */
  private List<String> references(RequestBody video) {
    List<String> references = new ArrayList<>();
    Object value = video.value("video_reference");
    if (value == null) {
      return references;
    }
    List<?> all = value instanceof List<?> list ? list : List.of(value);
    for (int i = 0; i < all.size(); i++) {
      Object one = all.get(i);
      if (one instanceof String || isWhole(one)) {
        references.add(one.toString());
      } else if (value instanceof List<?>) {
        wrong(video, one, "video_reference", "list[union[str,int]]", i, "str");
      } else {
        wrong(video, value, "video_reference", "str");
        video.fault("int_type", "Input should be a valid integer", value, "video_reference", "int");
        video.fault(
            "list_type",
            "Input should be a valid list",
            value,
            "video_reference",
            "list[union[str,int]]");
      }
    }
    bound(video, all.size(), references);
    return references;
  }

  private void bound(RequestBody video, int count, List<String> references) {
    if (count == 0 || count > limits.sources()) {
      video.fault(
          count == 0 ? "too_short" : "too_long",
          "List should have 1 to %d items".formatted(limits.sources()),
          null,
          "video_reference");
    }
    if (references.stream().anyMatch(text -> text.length() > REFERENCE_MAX)) {
      video.fault(
          "string_too_long",
          "String should have at most %d characters".formatted(REFERENCE_MAX),
          null,
          "video_reference");
    }
  }

  private static boolean isWhole(Object value) {
    return value instanceof Number number
        && number.doubleValue() == Math.rint(number.doubleValue());
  }

  private static void wrong(RequestBody video, Object value, Object... place) {
    video.fault("string_type", "Input should be a valid string", value, place);
  }
}
