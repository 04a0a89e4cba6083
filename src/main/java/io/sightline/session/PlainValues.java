package io.sightline.session;

import io.sightline.datachannel.DataOutput;
import io.sightline.datachannel.ResultChannel;
import io.sightline.pipeline.FramePipeline;
import io.sightline.pipeline.FrameTap;
import io.sightline.vision.VideoMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Sends of each frame one value by itself, as the stream manager's clients read it; what is wrong
 * with it shows on the video, because there is no other place for it.
 */
record PlainValues(FrameTap next, ResultChannel results, Supplier<DataOutput> selection)
    implements FrameTap {
  /** {@code tap}, and in that format the values as well. */
  static FrameTap or(
      FrameTap tap, ResultChannel.Format format, ResultChannel results, FramePipeline pipeline) {
    return format == ResultChannel.Format.PLAIN
        ? new PlainValues(tap, results, pipeline::dataOutput)
        : tap;
  }

  @Override
  public boolean takes() {
    return next.takes();
  }

  @Override
  public List<String> put(VideoMetadata frame, Map<String, Object> outputs) {
    List<String> problems = new ArrayList<>();
    String problem = results.sendValue(outputs, selection.get());
    if (problem != null) {
      problems.add(problem);
    }
    List<String> more = next.put(frame, outputs);
    if (more != null) {
      problems.addAll(more);
    }
    return problems;
  }
}
