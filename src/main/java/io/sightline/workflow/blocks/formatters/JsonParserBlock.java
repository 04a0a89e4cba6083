package io.sightline.workflow.blocks.formatters;

import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.FormException;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.OutputField;
import io.sightline.workflow.block.StepInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Takes fields out of a JSON text. */
final class JsonParserBlock implements Block {
  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final String STATUS = "error_status";
    private static final Manifest MANIFEST =
        Manifest.of("roboflow_core/json_parser@v1")
            .described("JSON Parser", "formatter", "Makes outputs of the fields of a JSON text.")
            .field(
                Field.required(
                    "raw_json",
                    "The text: JSON, or with a block of it between ```json and ```.",
                    Forms.reference(Kind.LANGUAGE_MODEL_OUTPUT),
                    Forms.text()))
            .field(
                Field.required(
                        "expected_fields",
                        "The names of the fields; each becomes an output.",
                        Forms.list(0, Forms.text()))
                    .checked(V1::checkNames))
            .output(STATUS, Kind.BOOLEAN)
            .build();

    public V1() {
      super(MANIFEST, context -> new JsonParserBlock());
    }

    private static void checkNames(Object names) {
      if (((List<?>) names).contains(STATUS)) {
        throw new FormException(
            "Value error, `error_status` is reserved field name and cannot be used in"
                + " `expected_fields` of `roboflow_core/json_parser@v1` block.");
      }
    }

    @Override
    public boolean outputsDepend() {
      return true;
    }

    @Override
    public List<OutputField> outputs(Map<String, Object> fields) {
      List<OutputField> outputs = new ArrayList<>(MANIFEST.outputs());
      ((List<?>) fields.get("expected_fields"))
          .forEach(name -> outputs.add(OutputField.of((String) name)));
      return outputs;
    }
  }

  @Override
  public BlockResult run(StepInput input) {
    List<?> names = input.list("expected_fields");
    Object[] values = new Object[names.size() + 1];
    values[0] = true;
    Object answer;
    try {
      answer = ModelAnswer.read(input.text("raw_json"));
    } catch (ModelAnswer.UnreadableAnswer e) {
      return BlockResult.of(values);
    }
    if (answer instanceof Map<?, ?> map) {
      values[0] = !map.keySet().containsAll(names);
      for (int i = 0; i < names.size(); i++) {
        values[i + 1] = map.get(names.get(i));
      }
    } else {
      values[0] = !names.isEmpty();
    }
    return BlockResult.of(values);
  }
}
