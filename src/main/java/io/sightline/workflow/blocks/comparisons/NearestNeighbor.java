package io.sightline.workflow.blocks.comparisons;

import io.sightline.vision.Attribute;
import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;
import io.sightline.workflow.blocks.Pairs;
import java.util.ArrayList;
import java.util.List;

/** Finds the nearest object of one set for each object of another. */
final class NearestNeighbor implements Block {
  /** Targets that are hardly farther than the nearest count as near, too; pixels. */
  private static final double TIE = 1;

  private static final int MAX_MATCHES = 100_000;
  private static final Kind[] DETECTIONS = {
    Kind.OBJECT_DETECTION_PREDICTION,
    Kind.INSTANCE_SEGMENTATION_PREDICTION,
    Kind.KEYPOINT_DETECTION_PREDICTION
  };

  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final Manifest MANIFEST =
        Manifest.of("roboflow_core/detections_nearest_neighbor@v1")
            .described(
                "Detections Nearest Neighbor",
                "classical_computer_vision",
                "Finds the nearest of the target objects for each query object.")
            .field(ComparisonFields.detections("query_predictions", "Who asks.", DETECTIONS))
            .field(
                ComparisonFields.detections(
                    "target_predictions", "Who may be nearest.", DETECTIONS))
            .field(point("query_point"))
            .field(point("target_point"))
            .field(keypoint("query_keypoint_name"))
            .field(keypoint("target_keypoint_name"))
            .field(
                Field.optional(
                    "max_distance",
                    null,
                    "Targets farther than this do not count, pixels.",
                    Forms.wholeNumber(0, Integer.MAX_VALUE),
                    Forms.reference(Kind.INTEGER),
                    Forms.nothing()))
            .output("query_predictions", DETECTIONS)
            .output("matched_query_detections", DETECTIONS)
            .output("matched_target_detections", DETECTIONS)
            .build();

    private static Field point(String name) {
      return Field.optional(
          name,
          "CENTER",
          "The place of an object that distances are measured from or to.",
          Forms.oneOf(MeasuringPoint.NAMES),
          Forms.reference(Kind.STRING));
    }

    private static Field keypoint(String name) {
      return Field.optional(
          name,
          null,
          "The key point that is meant where the place is KEYPOINT.",
          Forms.text(),
          Forms.reference(Kind.STRING),
          Forms.nothing());
    }

    public V1() {
      super(MANIFEST, context -> new NearestNeighbor());
    }
  }

  @Override
  public BlockResult run(StepInput input) {
    Detections queries = input.detections("query_predictions");
    Detections targets = input.detections("target_predictions");
    MeasuringPoint queryPoint = MeasuringPoint.of(input, "query");
    MeasuringPoint targetPoint = MeasuringPoint.of(input, "target");
    double[][] from = queryPoint.of(queries);
    double[][] to = targetPoint.of(targets);
    Pairs.check(from.length, to.length);
    double limit =
        input.value("max_distance") == null
            ? Double.POSITIVE_INFINITY
            : input.number("max_distance");
    if (limit < 0) {
      throw new BlockException("max_distance must be 0 or more, not " + limit);
    }
    List<Detection> told = new ArrayList<>(queries.size());
    List<Detection> matchedQueries = new ArrayList<>();
    List<Detection> matchedTargets = new ArrayList<>();
    double[] row = new double[to.length];
    for (int i = 0; i < from.length; i++) {
      Detection query = queries.items().get(i);
      double nearest = measure(query, from[i], targets, to, limit, row);
      boolean found = nearest < Double.POSITIVE_INFINITY;
      Detection answer =
          query.with(Attribute.NEAREST_TARGET_DISTANCE, found ? (Double) nearest : null);
      told.add(answer);
      for (int j = 0; found && j < row.length; j++) {
        if (row[j] <= nearest + TIE) {
          matchedQueries.add(answer);
          matchedTargets.add(targets.items().get(j));
        }
      }
      if (matchedQueries.size() > MAX_MATCHES) {
        throw new BlockException("more than %d pairs are nearest".formatted(MAX_MATCHES));
      }
    }
    return BlockResult.of(
        queries.with(told), queries.with(matchedQueries), targets.with(matchedTargets));
  }

  /** Fills in the distances that count, NaN for others, and answers with the least. */
  private static double measure(
      Detection query,
      double[] from,
      Detections targets,
      double[][] to,
      double limit,
      double[] row) {
    double nearest = Double.POSITIVE_INFINITY;
    for (int j = 0; j < row.length; j++) {
      double dx = from[0] - to[j][0];
      double dy = from[1] - to[j][1];
      double distance = Math.sqrt(dx * dx + dy * dy);
      boolean itself = query.id().equals(targets.items().get(j).id());
      row[j] = itself || distance > limit ? Double.NaN : distance;
      if (row[j] < nearest) {
        nearest = row[j];
      }
    }
    return nearest;
  }
}
