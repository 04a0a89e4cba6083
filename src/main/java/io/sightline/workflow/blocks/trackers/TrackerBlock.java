package io.sightline.workflow.blocks.trackers;

import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.vision.Image;
import io.sightline.vision.VideoMetadata;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.StepInput;
import io.sightline.workflow.blocks.RecentStates;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Gives the detections of each video to a tracker of its own. */
final class TrackerBlock implements Block {
  /** Where the video's rate is unknown. */
  private static final double DEFAULT_FPS = 30;

  private static final int MAX_VIDEOS = 64;
  private static final int MAX_DETECTIONS = 1_000;
  private static final int MAX_CACHE = 1_000_000;

  private final Function<StepInput, VideoMetadata> video;
  private final Function<StepInput, Image> image;
  private final Function<StepInput, Tracker> factory;
  private final boolean tellsNewOnes;
  private final Identities identities = new Identities();
  private final RecentStates<String, Followed> videos =
      new RecentStates<>(MAX_VIDEOS, Followed::close);

  private record Followed(Tracker tracker, InstanceCache seen) {
    private void close() {
      tracker.close();
    }
  }

  /**
   * @param video finds the video that a frame belongs to
   * @param image finds the frame, null where the block is not told
   * @param factory makes the tracker of a video, told the first frame
   * @param tellsNewOnes whether new identities are answered beside all
   */
  TrackerBlock(
      Function<StepInput, VideoMetadata> video,
      Function<StepInput, Image> image,
      Function<StepInput, Tracker> factory,
      boolean tellsNewOnes) {
    this.video = video;
    this.image = image;
    this.factory = factory;
    this.tellsNewOnes = tellsNewOnes;
  }

  /** A block on frames. */
  static TrackerBlock onFrames(Function<StepInput, Tracker> factory, boolean tellsNewOnes) {
    return new TrackerBlock(
        TrackerBlock::videoOf, input -> input.image("image"), factory, tellsNewOnes);
  }

  static VideoMetadata videoOf(StepInput input) {
    return input.image("image").video();
  }

  /** The buffer in frames of this video; {@code fps} 0 where its rate is unknown. */
  static int patience(StepInput input, double fps) {
    return (int) (fps / 30.0 * input.wholeNumber(TrackerFields.BUFFER));
  }

  /** The buffer in frames of this video, of 30 frames a second where its rate is unknown. */
  static int patience(StepInput input) {
    return patience(input, fps(videoOf(input), DEFAULT_FPS));
  }

  /** The video's rate, this one where it is unknown. */
  static double fps(VideoMetadata video, double otherwise) {
    return video.fps() == null || video.fps() == 0 ? otherwise : video.fps();
  }

  @Override
  public BlockResult run(StepInput input) {
    Detections detections = input.detections(TrackerFields.DETECTIONS);
    if (detections.size() > MAX_DETECTIONS) {
      throw new BlockException(
          "field 'detections' holds %d detections, a tracker takes at most %d"
              .formatted(detections.size(), MAX_DETECTIONS));
    }
    Followed followed = followed(input);
    identities.clear();
    followed.tracker().update(detections, image.apply(input), identities);
    Detections tracked = identities.apply(detections);
    return tellsNewOnes ? split(tracked, followed.seen()) : BlockResult.of(tracked);
  }

  private Followed followed(StepInput input) {
    String id = video.apply(input).videoIdentifier();
    Followed known = videos.get(id);
    if (known != null) {
      return known;
    }
    int cacheSize = tellsNewOnes ? input.wholeNumber(TrackerFields.CACHE_SIZE) : 1;
    if (cacheSize > MAX_CACHE) {
      throw new BlockException(
          "field '%s' must be at most %d, not %d"
              .formatted(TrackerFields.CACHE_SIZE, MAX_CACHE, cacheSize));
    }
    return videos.put(id, new Followed(factory.apply(input), new InstanceCache(cacheSize)));
  }

  private static BlockResult split(Detections tracked, InstanceCache seen) {
    List<Detection> fresh = new ArrayList<>();
    List<Detection> known = new ArrayList<>();
    for (Detection detection : tracked) {
      (seen.record(detection.trackerId()) ? known : fresh).add(detection);
    }
    return BlockResult.of(tracked, tracked.with(fresh), tracked.with(known));
  }

  @Override
  public void close() {
    videos.close();
  }
}
