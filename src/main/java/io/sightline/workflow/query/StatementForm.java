package io.sightline.workflow.query;

import io.sightline.workflow.block.Form;
import java.util.Map;

/** A field that holds a group of statements; blocks get a {@link Statement}. */
public record StatementForm() implements Form {
  @Override
  public boolean fits(Object raw) {
    return raw instanceof Map<?, ?>;
  }

  @Override
  public Object read(Object raw) {
    return StatementReader.group(raw, "<root>");
  }

  @Override
  public Map<String, Object> schema() {
    return Map.of("type", "object");
  }
}
