package io.sightline.workflow;

import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockContext;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.BlockType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.query.Statement;
import io.sightline.workflow.query.StatementForm;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Small blocks that use every feature of the engine: dimensions up and down, flow, empty values.
 */
final class TestBlocks {
  private TestBlocks() {}

  private record Type(Manifest manifest, Function<BlockContext, Block> factory)
      implements BlockType {
    @Override
    public Block create(BlockContext context) {
      return factory.apply(context);
    }
  }

  static BlockType type(Manifest manifest, Block block) {
    return new Type(manifest, context -> block);
  }

  static List<BlockType> all() {
    return List.of(continueIf(), switchCase());
  }

  private static BlockType continueIf() {
    return type(
        Manifest.of("roboflow_core/continue_if@v1", "ContinueIf")
            .field(Field.required("condition_statement", "", new StatementForm()))
            .field(
                Field.optional("evaluation_parameters", Map.of(), "", Forms.map(Forms.reference())))
            .field(Field.required("next_steps", "", Forms.list(0, Forms.step())))
            .build(),
        input -> {
          Statement statement = (Statement) input.value("condition_statement");
          boolean goOn = statement.test(names(input.value("evaluation_parameters")));
          return new BlockResult.NextSteps(goOn ? steps(input.list("next_steps")) : Set.of());
        });
  }

  private static BlockType switchCase() {
    return type(
        Manifest.of("roboflow_core/switch_case@v1", "SwitchCase")
            .field(
                Field.required(
                    "value", "", Forms.reference(), Forms.text(), Forms.number(), Forms.flag()))
            .field(Field.required("cases", "", Forms.map(Forms.step())))
            .field(Field.optional("default_next_steps", List.of(), "", Forms.list(0, Forms.step())))
            .build(),
        input -> {
          Map<?, ?> cases = (Map<?, ?>) input.value("cases");
          String value = String.valueOf(input.value("value"));
          List<?> next =
              cases.containsKey(value)
                  ? List.of(cases.get(value))
                  : input.list("default_next_steps");
          return new BlockResult.NextSteps(steps(next));
        });
  }

  private static Map<String, Object> names(Object map) {
    Map<String, Object> names = new HashMap<>();
    ((Map<?, ?>) map).forEach((key, value) -> names.put((String) key, value));
    return names;
  }

  private static Set<String> steps(List<?> names) {
    Set<String> steps = new HashSet<>();
    names.forEach(name -> steps.add((String) name));
    return steps;
  }
}
