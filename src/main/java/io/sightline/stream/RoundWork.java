package io.sightline.stream;

import io.sightline.pipeline.PipelineSnapshot;
import io.sightline.vision.Image;
import io.sightline.vision.ImagePool;
import io.sightline.vision.ImageScope;
import io.sightline.vision.VideoMetadata;
import io.sightline.workflow.Parameters;
import io.sightline.workflow.RoundResult;
import io.sightline.workflow.Workflow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What is done with the frames of one round: pictures, workflow, result. One round at a time. */
final class RoundWork implements AutoCloseable {
  /** Pictures that wait for the next round, of each source. */
  private static final int IDLE_PICTURES = 4;

  private final Workflow workflow;
  private final Parameters parameters;
  private final int sources;
  private final List<String> pictureIds;
  private final ImagePool pool;
  private final ResultBuffer results;
  private final StreamUpdates updates;

  RoundWork(
      Workflow workflow,
      StreamOptions.Work options,
      int sources,
      ResultBuffer results,
      StreamUpdates updates) {
    this.workflow = workflow;
    this.parameters = workflow.bind(options.parameters());
    this.sources = sources;
    this.results = results;
    this.updates = updates;
    pictureIds =
        IntStream.range(0, sources)
            .mapToObj(i -> "%s.[%d]".formatted(options.imageInput(), i))
            .toList();
    pool = new ImagePool(IDLE_PICTURES * sources);
  }

  /**
   * Works on frames of different sources; they stay the caller's.
   *
   * @return time inside models, nanoseconds; negative where something failed
   */
  long on(List<StreamFrame> frames) {
    try (ImageScope scope = new ImageScope(pool)) {
      List<StreamFrame> shown = new ArrayList<>(frames.size());
      List<Image> images = new ArrayList<>(frames.size());
      for (StreamFrame frame : frames) {
        try {
          images.add(scope.adopt(picture(frame, images.size())));
          shown.add(frame);
        } catch (RuntimeException e) {
          failed(e);
        }
      }
      if (images.isEmpty()) {
        return -1;
      }
      RoundResult result = workflow.run(images, parameters, scope);
      result.errors().forEach(error -> updates.inferenceError("StepExecutionError", error));
      keep(shown, result.outputs());
      return result.errors().isEmpty() ? result.inferenceNanos() : -1;
    } catch (RuntimeException | Error e) {
      failed(e);
      return -1;
    }
  }

  /** Native memory of the pictures that rounds have made, those of results that wait among them. */
  PipelineSnapshot.Pictures pictures() {
    return new PipelineSnapshot.Pictures(pool.held(), pool.heldBytes());
  }

  @Override
  public void close() {
    workflow.close();
    pool.close();
  }

  private Image picture(StreamFrame frame, int place) {
    return frame
        .frame()
        .toImage(
            pool,
            pictureIds.get(place),
            new VideoMetadata(
                String.valueOf(frame.source()),
                frame.id(),
                frame.timestamp(),
                frame.fps() == null ? frame.measuredFps() : frame.fps(),
                frame.measuredFps(),
                frame.file()));
  }

  /** Each at its source's place. */
  private void keep(List<StreamFrame> frames, List<Map<String, Object>> outputs) {
    List<Map<String, Object>> aligned = Arrays.asList(places());
    FrameStamp[] stamps = new FrameStamp[sources];
    for (int i = 0; i < frames.size(); i++) {
      StreamFrame frame = frames.get(i);
      aligned.set(frame.source(), outputs.get(i));
      stamps[frame.source()] = new FrameStamp(frame.timestamp(), frame.id(), frame.source());
    }
    results.add(aligned, Arrays.asList(stamps));
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private Map<String, Object>[] places() {
    return new Map[sources];
  }

  private void failed(Throwable failure) {
    String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
    updates.inferenceError(failure.getClass().getSimpleName(), message);
  }
}
