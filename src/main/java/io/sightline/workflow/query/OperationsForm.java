package io.sightline.workflow.query;

import io.sightline.workflow.block.Form;
import java.util.List;
import java.util.Map;

/** A field that holds a list of operations; blocks get an {@link OperationChain}. */
public record OperationsForm() implements Form {
  @Override
  public boolean fits(Object raw) {
    return raw instanceof List<?>;
  }

  @Override
  public Object read(Object raw) {
    return OperationReader.chain(raw, "<root>");
  }

  @Override
  public Map<String, Object> schema() {
    return Map.of("type", "array", "items", Map.of("type", "object"));
  }
}
