package io.sightline.workflow.blocks.formatters;

import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;
import java.util.Map;

/** Fills a text's placeholders with values. */
final class StringTemplate implements Block {
  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final Manifest MANIFEST =
        Manifest.of("roboflow_core/string_template@v1")
            .described(
                "String Template",
                "formatter",
                "Makes a text of a template and values, in the syntax of Python's str.format.")
            .field(
                Field.required(
                    "template",
                    "The text; {name} stands for a value, {{ and }} for braces.",
                    Forms.reference(Kind.STRING),
                    Forms.text()))
            .field(
                Field.optional(
                    "data",
                    Map.of(),
                    "The values, by the names that the template uses.",
                    Forms.map(Forms.reference(), Forms.scalar())))
            .field(
                Variables.operations(
                    "data_operations", "What is done with a value before, by its name."))
            .output("output", Kind.STRING)
            .build();

    public V1() {
      super(MANIFEST, context -> new StringTemplate());
    }
  }

  private String text;
  private Template template;

  @Override
  public BlockResult run(StepInput input) {
    String wanted = input.text("template");
    checkNames((Map<?, ?>) input.value("data_operations"), (Map<?, ?>) input.value("data"));
    Map<String, Object> values = Variables.of(input, "data", "data_operations");
    if (!wanted.equals(text)) {
      template = TemplateReader.read(wanted);
      text = wanted;
    }
    return BlockResult.of(TemplateRendering.render(template, values));
  }

  @SuppressWarnings("unchecked")
  private static void checkNames(Map<?, ?> operations, Map<?, ?> data) {
    for (Object name : operations.keySet()) {
      if (!data.containsKey(name)) {
        throw new BlockException(
            "String Template block defines operations for variable `%s` which is not declared in data."
                    .formatted(name)
                + " Declared variables: %s."
                    .formatted(TemplateRendering.listed(((Map<String, ?>) data).keySet())));
      }
    }
  }
}
