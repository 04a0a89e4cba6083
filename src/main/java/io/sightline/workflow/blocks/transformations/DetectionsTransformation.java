package io.sightline.workflow.blocks.transformations;

import io.sightline.vision.Detections;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;
import io.sightline.workflow.query.OperationChain;
import io.sightline.workflow.query.OperationsForm;
import java.util.HashMap;
import java.util.Map;

/** Makes other detections of detections with a chain of operations. */
final class DetectionsTransformation implements Block {
  private static final String RESERVED = "_";

  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final Manifest MANIFEST =
        DetectionsTransformation.manifest(
            "roboflow_core/detections_transformation@v1",
            "DetectionsTransformation",
            "Detections Transformation",
            "Sorts, filters, moves or renames detections with a chain of operations.");

    public V1() {
      super(MANIFEST, context -> new DetectionsTransformation());
    }
  }

  /** Version 1 of the filter, which differs by its name only. */
  public static final class FilterV1 extends DeclaredType {
    private static final Manifest MANIFEST =
        DetectionsTransformation.manifest(
            "roboflow_core/detections_filter@v1",
            "DetectionsFilter",
            "Detections Filter",
            "Keeps the detections that conditions hold for.");

    public FilterV1() {
      super(MANIFEST, context -> new DetectionsTransformation());
    }
  }

  private static Manifest manifest(String type, String alias, String title, String description) {
    return Manifest.of(type, alias)
        .described(title, "transformation", description)
        .field(TransformationFields.predictions("The detections to start with."))
        .field(
            Field.required(
                "operations", "What is done with them, in this order.", new OperationsForm()))
        .field(
            Field.optional(
                "operations_parameters",
                Map.of(),
                "Values that the operations know by name.",
                Forms.map(Forms.reference())))
        .output("predictions", TransformationFields.DETECTIONS)
        .batch("predictions", "operations_parameters")
        .build();
  }

  @Override
  public BlockResult run(StepInput input) {
    Map<String, Object> names = new HashMap<>();
    ((Map<?, ?>) input.value("operations_parameters"))
        .forEach((name, value) -> names.put((String) name, value));
    if (names.containsKey(RESERVED)) {
      throw new BlockException(
          "Detected reserved parameter name: _ declared in `operations_parameters` of"
              + " `DetectionsTransformation` block.");
    }
    Detections detections = input.detections("predictions");
    return BlockResult.of(
        ((OperationChain) input.value("operations")).transform(detections, names, input.limits()));
  }
}
