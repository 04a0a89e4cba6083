package io.sightline.session;

import io.sightline.datachannel.ControlMessage;
import io.sightline.datachannel.DataOutput;
import io.sightline.pipeline.FramePipeline;
import io.sightline.workflow.Parameters;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the client wants to see, and with which values of the workflow's parameters, while the
 * session runs. Used on the serial executor only.
 */
final class OutputChoice {
  private final FramePipeline pipeline;
  private final OutputNames names;
  private final boolean videoBack;
  private Map<String, Object> parameters;

  /**
   * @param parameters values given so far
   */
  OutputChoice(
      FramePipeline pipeline,
      OutputNames names,
      boolean videoBack,
      Map<String, Object> parameters) {
    this.pipeline = pipeline;
    this.names = names;
    this.videoBack = videoBack;
    this.parameters = parameters;
  }

  /**
   * Changes all or nothing; parameters that are not named keep their values.
   *
   * @return what holds now
   * @throws ConfigurationRejected where a name is unknown, or names a picture where no video goes
   *     back
   */
  SessionEvent.Configured change(OutputChange change) {
    SessionDefaults.checkNames("stream_output", change.streamOutput());
    SessionDefaults.checkNames("data_output", change.dataOutput());
    names.checkStream(change.streamOutput());
    names.checkData(change.dataOutput());
    if (change.streamOutput() != null
        && !videoBack
        && !change.streamOutput().stream().allMatch(String::isEmpty)) {
      throw new ConfigurationRejected(
          "this session sends no video back: 'stream_output' must be given in its offer");
    }
    if (change.parameters() != null) {
      Map<String, Object> merged = new LinkedHashMap<>(parameters);
      merged.putAll(change.parameters());
      Parameters bound = pipeline.bind(merged);
      pipeline.parameters(bound);
      merged.keySet().retainAll(bound.values().keySet());
      parameters = merged;
    }
    apply(new ControlMessage(change.streamOutput(), change.dataOutput(), null));
    if (change.streamOutput() != null && videoBack && pipeline.streamOutput().isEmpty()) {
      pipeline.withoutVideo();
    }
    return new SessionEvent.Configured(pipeline.streamOutput(), requested(pipeline.dataOutput()));
  }

  /**
   * A message of the data channel, where names are not checked: unknown ones show as errors, and so
   * does an empty list, beside the frame as it came in.
   */
  void apply(ControlMessage message) {
    if (message.streamOutput() != null && videoBack) {
      pipeline.streamOutput(message.streamOutput());
    }
    if (message.dataOutput() != null) {
      pipeline.dataOutput(DataOutput.of(message.dataOutput()));
    }
    if (message.ack() != null) {
      pipeline.acknowledge(message.ack());
    }
  }

  /** Values given so far, of names that the workflow knows. */
  Map<String, Object> parameters() {
    return Collections.unmodifiableMap(parameters);
  }

  private static List<String> requested(DataOutput output) {
    return switch (output.mode()) {
      case NONE -> List.of();
      case ALL -> List.of("*");
      case SPECIFIC -> output.names();
    };
  }
}
