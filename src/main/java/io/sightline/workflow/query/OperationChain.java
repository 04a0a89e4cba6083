package io.sightline.workflow.query;

import java.util.List;
import java.util.Map;

/** Operations applied one after the other; an empty chain leaves the value as it is. */
public record OperationChain(List<Operation> operations) {
  public OperationChain {
    operations = List.copyOf(operations);
  }

  /** See {@link Operation#apply}. */
  public Object apply(Object value, Map<String, Object> names) {
    Object current = value;
    for (Operation operation : operations) {
      current = operation.apply(current, names);
    }
    return current;
  }
}
