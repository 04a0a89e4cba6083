package io.sightline.workflow.blocks.flow;

import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockContext;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Manifest;

/**
 * A workflow inside of a step. Here to be described only: the steps of the inner workflow take the
 * place of such a step when a document is read.
 */
public final class InnerWorkflow extends DeclaredType {
  private static final Manifest MANIFEST =
      Manifest.of("roboflow_core/inner_workflow@v1")
          .described(
              "Inner Workflow", "flow_control", "Runs the steps of another workflow as its own.")
          .field(
              Field.optional(
                  "workflow_definition",
                  null,
                  "The inner workflow, a document like this one.",
                  Forms.map(Forms.any()),
                  Forms.nothing()))
          .field(stored("workflow_workspace_id"))
          .field(stored("workflow_id"))
          .field(stored("workflow_version_id"))
          .field(
              Field.required(
                  "parameter_bindings",
                  "Values for the inner workflow's inputs, by their names.",
                  Forms.map(Forms.reference())))
          .output("*")
          .remark("inner workflows come in the document, not by the name of a stored one")
          .build();

  private static Field stored(String name) {
    return Field.optional(
        name,
        null,
        "Names a workflow on Roboflow's platform, which is refused here.",
        Forms.text(),
        Forms.nothing());
  }

  public InnerWorkflow() {
    super(MANIFEST, InnerWorkflow::make);
  }

  private static Block make(BlockContext context) {
    throw new BlockException("an inner workflow is no step of its own");
  }
}
