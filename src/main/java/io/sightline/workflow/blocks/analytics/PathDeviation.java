package io.sightline.workflow.blocks.analytics;

import io.sightline.vision.Attribute;
import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.vision.Position;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;
import io.sightline.workflow.blocks.Recent;
import java.util.ArrayList;
import java.util.List;

/** Tells how far tracks are from the path that they should take. */
final class PathDeviation implements Block {
  private static final int MAX_POINTS = 1000;
  private static final int MAX_TRACKS = 2000;

  private record Track(String video, int id) {}

  private final boolean first;
  private final String name;
  private final Recent<Track, Trajectory> ways = new Recent<>(MAX_TRACKS);
  private List<?> told;
  private double[][] reference;

  private PathDeviation(int version) {
    this.first = version == 1;
    this.name = "PathDeviationAnalyticsBlockV" + version;
  }

  private static Manifest manifest(int version, Field source) {
    return Manifest.of("roboflow_core/path_deviation_analytics@v" + version)
        .described(
            "Path Deviation",
            "analytics",
            "Measures how far tracked objects are from a path, by the Fréchet distance.")
        .field(source)
        .field(AnalyticsFields.detections())
        .field(AnalyticsFields.anchor())
        .field(AnalyticsFields.points("reference_path", "The points of the path, in order."))
        .output("path_deviation_detections", AnalyticsFields.DETECTIONS)
        .remark("works where Roboflow's engine always fails; a path has 1000 points at most")
        .build();
  }

  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final Manifest MANIFEST = PathDeviation.manifest(1, AnalyticsFields.metadata());

    public V1() {
      super(MANIFEST, context -> new PathDeviation(1));
    }
  }

  /** Version 2. */
  public static final class V2 extends DeclaredType {
    private static final Manifest MANIFEST = PathDeviation.manifest(2, AnalyticsFields.image());

    public V2() {
      super(MANIFEST, context -> new PathDeviation(2));
    }
  }

  @Override
  public BlockResult run(StepInput input) {
    Detections detections = AnalyticsFields.tracked(input, name);
    String video = AnalyticsFields.video(input, first).videoIdentifier();
    Position anchor = Position.named(input.text("triggering_anchor"));
    double[][] path = reference(input.list("reference_path"));
    List<Detection> measured = new ArrayList<>(detections.size());
    for (Detection detection : detections) {
      Trajectory way =
          ways.computeIfAbsent(new Track(video, detection.trackerId()), track -> new Trajectory());
      double distance = way.extend(anchor.x(detection), anchor.y(detection), path);
      measured.add(detection.with(Attribute.PATH_DEVIATION, distance));
    }
    return BlockResult.of(detections.with(measured));
  }

  /** The same array as long as the same path is told. */
  private double[][] reference(List<?> path) {
    if (path == told || path.equals(told)) {
      return reference;
    }
    if (path.isEmpty() || path.size() > MAX_POINTS) {
      throw new BlockException(
          "reference_path must have 1 to %d points, not %d".formatted(MAX_POINTS, path.size()));
    }
    reference = AnalyticsFields.points(path, "reference path", name);
    told = path;
    return reference;
  }
}
