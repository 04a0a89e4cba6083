package io.sightline.workflow.blocks.analytics;

import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.vision.Position;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;
import io.sightline.workflow.blocks.Recent;
import java.util.ArrayList;
import java.util.List;

/** Counts the tracks that cross a line. */
final class LineCounter implements Block {
  private static final List<Position> CORNERS =
      List.of(Position.TOP_LEFT, Position.TOP_RIGHT, Position.BOTTOM_LEFT, Position.BOTTOM_RIGHT);

  private final boolean first;
  private final String name;
  private final Recent<String, LineZone> zones = Recent.videos();

  private LineCounter(int version) {
    this.first = version == 1;
    this.name = "LineCounterBlockV" + version;
  }

  private static Manifest.Builder manifest(int version) {
    return Manifest.of("roboflow_core/line_counter@v" + version)
        .described("Line Counter", "analytics", "Counts the tracked objects that cross a line.");
  }

  private static Field line() {
    return AnalyticsFields.points("line_segment", "Where the line starts and where it ends.");
  }

  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final Manifest MANIFEST =
        LineCounter.manifest(1)
            .field(AnalyticsFields.metadata())
            .field(AnalyticsFields.detections())
            .field(line())
            .field(AnalyticsFields.anchor())
            .output("count_in", Kind.INTEGER)
            .output("count_out", Kind.INTEGER)
            .build();

    public V1() {
      super(MANIFEST, context -> new LineCounter(1));
    }
  }

  /** Version 2. */
  public static final class V2 extends DeclaredType {
    private static final Manifest MANIFEST =
        LineCounter.manifest(2)
            .field(AnalyticsFields.image())
            .field(AnalyticsFields.detections())
            .field(line())
            .field(
                Field.optional(
                    "triggering_anchor",
                    null,
                    "The place of a detection that counts; all four corners without it.",
                    Forms.text(),
                    Forms.reference(Kind.STRING),
                    Forms.nothing()))
            .output("count_in", Kind.INTEGER)
            .output("count_out", Kind.INTEGER)
            .output("detections_in", AnalyticsFields.DETECTIONS)
            .output("detections_out", AnalyticsFields.DETECTIONS)
            .build();

    public V2() {
      super(MANIFEST, context -> new LineCounter(2));
    }
  }

  @Override
  public BlockResult run(StepInput input) {
    Detections detections = AnalyticsFields.tracked(input, name);
    String video = AnalyticsFields.video(input, first).videoIdentifier();
    LineZone zone = zones.get(video);
    if (zone == null) {
      zone = zone(input);
      zones.put(video, zone);
    }
    List<Detection> in = new ArrayList<>(0);
    List<Detection> out = new ArrayList<>(0);
    for (Detection detection : detections) {
      switch (zone.see(detection)) {
        case IN -> in.add(detection);
        case OUT -> out.add(detection);
        default -> {}
      }
    }
    return first
        ? BlockResult.of(zone.in(), zone.out())
        : BlockResult.of(zone.in(), zone.out(), detections.with(in), detections.with(out));
  }

  private LineZone zone(StepInput input) {
    if (!(input.value("line_segment") instanceof List<?> segment) || segment.size() != 2) {
      throw new BlockException(
          name + " requires line zone to be a list containing exactly 2 points");
    }
    double[][] points = AnalyticsFields.points(segment, "line zone", name);
    boolean corners = input.value("triggering_anchor") == null;
    List<Position> anchors =
        corners ? CORNERS : List.of(Position.named(input.text("triggering_anchor")));
    return new LineZone(points[0], points[1], anchors);
  }
}
