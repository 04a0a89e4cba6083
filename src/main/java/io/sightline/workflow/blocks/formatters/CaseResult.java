package io.sightline.workflow.blocks.formatters;

import io.sightline.workflow.block.FormException;
import io.sightline.workflow.block.RunLimits;
import io.sightline.workflow.query.OperationChain;
import io.sightline.workflow.query.OperationsForm;
import java.util.List;
import java.util.Map;

/** What a case of an expression answers. */
sealed interface CaseResult {
  Object value(Map<String, Object> variables, RunLimits limits);

  /** What the document says. */
  record Static(Object given) implements CaseResult {
    @Override
    public Object value(Map<String, Object> variables, RunLimits limits) {
      return given;
    }
  }

  /** A variable, after operations that may name the others. */
  record Dynamic(String name, OperationChain operations) implements CaseResult {
    @Override
    public Object value(Map<String, Object> variables, RunLimits limits) {
      return operations.apply(Variables.get(variables, name), variables, limits);
    }
  }

  /**
   * @throws FormException saying what would be right
   */
  static CaseResult read(Map<?, ?> object) {
    Object type = object.get("type");
    if ("StaticCaseResult".equals(type)) {
      return new Static(Parts.required(object, "value"));
    }
    if ("DynamicCaseResult".equals(type)) {
      if (!(Parts.required(object, "parameter_name") instanceof String name)) {
        throw new FormException("Input should be a valid string");
      }
      Object operations = object.get("operations");
      return new Dynamic(
          name,
          (OperationChain) new OperationsForm().read(operations == null ? List.of() : operations));
    }
    throw new FormException(
        type instanceof String
            ? "Input tag '%s' found using 'type' does not match any of the expected tags:"
                    .formatted(type)
                + " 'StaticCaseResult', 'DynamicCaseResult'"
            : "Unable to extract tag using discriminator 'type'");
  }
}
