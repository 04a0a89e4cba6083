package io.sightline.workflow.blocks.formatters;

import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.StepInput;
import io.sightline.workflow.query.OperationChain;
import io.sightline.workflow.query.OperationsForm;
import java.util.LinkedHashMap;
import java.util.Map;

/** Named values, some of them after operations. */
final class Variables {
  private Variables() {}

  /** The field that holds a chain of operations for some of the names. */
  static Field operations(String name, String description) {
    return Field.optional(name, Map.of(), description, Forms.map(new OperationsForm()));
  }

  /**
   * The values of the field {@code data}, those that the field {@code operations} names after their
   * chain.
   *
   * @throws BlockException where it names an unknown one
   */
  static Map<String, Object> of(StepInput input, String data, String operations) {
    Map<String, Object> variables = new LinkedHashMap<>();
    ((Map<?, ?>) input.value(data)).forEach((name, value) -> variables.put((String) name, value));
    ((Map<?, ?>) input.value(operations))
        .forEach(
            (name, chain) -> {
              Object value = get(variables, (String) name);
              variables.put(
                  (String) name, ((OperationChain) chain).apply(value, Map.of(), input.limits()));
            });
    return variables;
  }

  /**
   * @throws BlockException where nothing has that name
   */
  static Object get(Map<String, Object> variables, String name) {
    if (!variables.containsKey(name)) {
      throw new BlockException("'" + name + "'");
    }
    return variables.get(name);
  }
}
