package io.sightline.stream;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a client asks of a pipeline.
 *
 * @param sources where its frames come from
 * @param work what is done with them
 * @param results that are kept until they are consumed
 * @param consumption how long a pipeline lives of which nobody consumes a result; null for as long
 *     as others do
 */
public record StreamOptions(Sources sources, Work work, int results, Duration consumption) {
  /**
   * @param references addresses of cameras and names of files
   * @param filling null for what fits the source: files wait, of cameras the oldest frame is
   *     dropped
   * @param consumption null for what fits the source: of files every frame, of cameras the newest
   * @param bufferFrames decoded frames that wait at each source
   * @param collection how long a round waits for slow sources, and how old a frame may be
   * @param maxFps frames a second, of all sources together; null without a limit
   */
  public record Sources(
      List<String> references,
      BufferFilling filling,
      BufferConsumption consumption,
      int bufferFrames,
      CollectionPolicy collection,
      Double maxFps) {
    public Sources {
      references = List.copyOf(references);
    }

    /** Addresses may hold passwords: nothing of them is told. */
    @Override
    public String toString() {
      return "Sources[%d, %s, %s]".formatted(references.size(), filling, consumption);
    }
  }

  /**
   * @param definition JSON text, null for a stored workflow
   * @param workflowId a workflow stored on this server, null for the default one
   * @param imageInput input of the workflow that the frames feed
   * @param parameters values of the workflow's parameters
   * @param sinks whether steps that send or store something outside of the workflow do so
   */
  public record Work(
      String definition,
      String workflowId,
      String imageInput,
      Map<String, Object> parameters,
      boolean sinks) {
    public Work {
      parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }
  }
}
