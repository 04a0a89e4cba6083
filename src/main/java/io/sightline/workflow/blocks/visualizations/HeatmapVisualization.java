package io.sightline.workflow.blocks.visualizations;

import io.sightline.vision.Canvas;
import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.vision.Position;
import io.sightline.vision.VideoMetadata;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.StepInput;
import java.time.Clock;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shows where in a video detections have been, the hotter the more often. */
final class HeatmapVisualization implements Painter {
  /** The maps of further videos replace those not used for the longest time: they are large. */
  private static final int COLORS = 3;

  private static final int MAX_VIDEOS = 4;

  private static final int MAX_HUE = 255;
  private static final int MAX_MOTION = 1 << 24;
  private static final String NO_VIDEO = "default_video";

  private record Video(HeatMap heat, Motion motion) {}

  private final Clock clock;
  private final Map<String, Video> videos = new LinkedHashMap<>(8, 0.75f, true);

  HeatmapVisualization(Clock clock) {
    this.clock = clock;
  }

  /** Version 1. */
  public static final class V1 extends DrawingType {
    public V1() {
      super(
          DrawingFields.drawing(
                  "Heatmap Visualization",
                  "Shows where in a video detections have been, the hotter the more often.",
                  "roboflow_core/heatmap_visualization@v1",
                  "HeatmapVisualization")
              .remark(
                  "scales with a video that changes its size; kept for the four videos used last")
              .field(DrawingFields.predictions())
              .field(
                  Field.optional(
                      "metadata",
                      null,
                      "The video that the picture is from.",
                      Forms.reference(Kind.VIDEO_METADATA),
                      Forms.nothing()))
              .field(DrawingFields.position("position", Position.BOTTOM_CENTER, false))
              .field(Field.number("opacity", 0.2, "The heat's share."))
              .field(DrawingFields.wholeNumber("radius", 40, "What a detection heats, pixels."))
              .field(
                  DrawingFields.wholeNumber(
                      "kernel_size", 25, "Side of the square that is averaged, pixels."))
              .field(DrawingFields.wholeNumber("top_hue", 0, "OpenCV's hue of the hottest."))
              .field(DrawingFields.wholeNumber("low_hue", 125, "OpenCV's hue of the coldest."))
              .field(
                  Field.optional(
                      "ignore_stationary",
                      true,
                      "Whether tracked objects heat only where they move.",
                      Forms.flag(),
                      Forms.reference(Kind.BOOLEAN)))
              .field(
                  DrawingFields.wholeNumber(
                      "motion_threshold", 25, "Way that counts as a move, pixels.")),
          () -> new HeatmapVisualization(Clock.systemUTC()));
    }
  }

  @Override
  public void paint(StepInput input, Canvas canvas) {
    if (canvas.image().channels() != COLORS) {
      throw new BlockException("A heat map needs a picture with colours, not one of grey levels.");
    }
    Position position = DrawingFields.position(input, "position");
    double opacity = input.number("opacity");
    int radius = DrawingFields.within(input, "radius", 0, DrawingFields.MAX_RADIUS);
    int kernel = DrawingFields.within(input, "kernel_size", 1, DrawingFields.MAX_KERNEL);
    int hot = DrawingFields.within(input, "top_hue", 0, MAX_HUE);
    int cool = DrawingFields.within(input, "low_hue", 0, MAX_HUE);
    int threshold = DrawingFields.within(input, "motion_threshold", -MAX_MOTION, MAX_MOTION);
    Video video =
        video(
            input.value("metadata") instanceof VideoMetadata metadata
                ? metadata.videoIdentifier()
                : NO_VIDEO);
    Detections detections = input.detections("predictions");
    List<Detection> hotspots =
        input.flag("ignore_stationary") && detections.tracked()
            ? video.motion.moved(detections, position, threshold)
            : detections.items();
    video.heat.add(canvas.image(), hotspots, position, radius);
    video.heat.blend(canvas.image(), opacity, kernel, hot, cool);
  }

  private Video video(String identifier) {
    Video video = videos.get(identifier);
    if (video == null) {
      if (videos.size() == MAX_VIDEOS) {
        Iterator<Video> all = videos.values().iterator();
        all.next().heat.close();
        all.remove();
      }
      video = new Video(new HeatMap(), new Motion(clock));
      videos.put(identifier, video);
    }
    return video;
  }

  @Override
  public void close() {
    videos.values().forEach(video -> video.heat.close());
    videos.clear();
  }
}
