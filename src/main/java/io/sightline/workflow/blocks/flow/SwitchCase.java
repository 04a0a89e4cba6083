package io.sightline.workflow.blocks.flow;

import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockContext;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.FormException;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.Reference;
import io.sightline.workflow.block.StepInput;
import io.sightline.workflow.query.PythonValues;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Goes on with the step whose case is the text of a value. */
final class SwitchCase implements Block {
  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final Manifest MANIFEST =
        Manifest.of("roboflow_core/switch_case@v1", "SwitchCase")
            .described(
                "Switch Case",
                "flow_control",
                "Goes on with one of several steps, chosen by the text of a value.")
            .field(
                Field.required(
                    "value", "The value that chooses.", Forms.reference(), Forms.scalar()))
            .field(
                Field.optional(
                    "cases", Map.of(), "The step for each text.", Forms.map(Forms.step())))
            .field(
                Field.optional(
                    "case_insensitive",
                    false,
                    "True where the letters' case does not matter.",
                    Forms.flag()))
            .field(
                Field.optional(
                    "default_next_steps",
                    List.of(),
                    "The steps that go on where no case fits.",
                    Forms.list(0, Forms.step())))
            .build();

    public V1() {
      super(MANIFEST, V1::make);
    }

    @Override
    public void check(Map<String, Object> fields) {
      Set<String> seen = new HashSet<>();
      Set<String> twice = new TreeSet<>();
      List<Object> targets = new ArrayList<>(cases(fields).values());
      targets.addAll((List<?>) fields.get("default_next_steps"));
      for (Object target : targets) {
        String selector = ((Reference) target).selector().text();
        if (!seen.add(selector)) {
          twice.add("'" + selector + "'");
        }
      }
      if (!twice.isEmpty()) {
        throw new FormException(
            "Value error, Each step may be targeted at most once across `cases` and"
                + " `default_next_steps`. Duplicated targets: "
                + twice);
      }
      if ((boolean) fields.get("case_insensitive")
          && cases(fields).keySet().stream().map(k -> lower((String) k)).distinct().count()
              < cases(fields).size()) {
        throw new FormException(
            "Value error, `cases` contains keys that collide when case_insensitive is enabled");
      }
    }

    private static Block make(BlockContext context) {
      boolean anyCase = (boolean) context.fields().get("case_insensitive");
      Map<String, BlockResult.NextSteps> chosen = new HashMap<>();
      cases(context.fields())
          .forEach(
              (key, step) -> {
                String text = (String) key;
                chosen.put(anyCase ? lower(text) : text, NextSteps.of(List.of(step)));
              });
      return new SwitchCase(chosen, NextSteps.of(context, "default_next_steps"), anyCase);
    }

    private static Map<?, ?> cases(Map<String, Object> fields) {
      return (Map<?, ?>) fields.get("cases");
    }
  }

  private final Map<String, BlockResult.NextSteps> cases;
  private final BlockResult.NextSteps otherwise;
  private final boolean anyCase;

  SwitchCase(
      Map<String, BlockResult.NextSteps> cases, BlockResult.NextSteps otherwise, boolean anyCase) {
    this.cases = cases;
    this.otherwise = otherwise;
    this.anyCase = anyCase;
  }

  @Override
  public BlockResult run(StepInput input) {
    String text = PythonValues.text(input.value("value"));
    return cases.getOrDefault(anyCase ? lower(text) : text, otherwise);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
