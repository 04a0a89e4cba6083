package io.sightline.workflow.query;

import io.sightline.vision.Detections;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.RunLimits;
import java.util.List;
import java.util.Map;

/** Operations applied one after the other; an empty chain leaves the value as it is. */
public record OperationChain(List<Operation> operations) {
  public OperationChain {
    operations = List.copyOf(operations);
  }

  /**
   * Applies the chain as an evaluation of its own; see {@link Operation#apply}.
   *
   * @param names values that the block has named
   * @param limits of the run, which bound the evaluation
   * @throws QueryException (OperationError) where the evaluation takes or makes too much, too
   */
  public Object apply(Object value, Map<String, Object> names, RunLimits limits) {
    return apply(value, Scope.of(names, limits));
  }

  /**
   * Applies the chain to detections, of which it must make detections; see {@link Operation#apply}.
   *
   * @throws BlockException where something else comes out
   */
  public Detections transform(Detections detections, Map<String, Object> names, RunLimits limits) {
    Object result = apply(detections, names, limits);
    if (result instanceof Detections transformed) {
      return transformed;
    }
    throw new BlockException(
        "Definition of operation chain provided to `DetectionsTransformation` block transforms"
            + " sv.Detections into different type: %s which is not allowed."
                .formatted(Python.type(result)));
  }

  Object apply(Object value, Scope scope) {
    Object current = value;
    for (Operation operation : operations) {
      scope.budget().read(current);
      current = operation.apply(current, scope);
    }
    return current;
  }
}
