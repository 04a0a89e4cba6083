package io.sightline.workflow.blocks.flow;

import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;
import io.sightline.workflow.query.Statement;
import io.sightline.workflow.query.StatementForm;
import java.util.Map;
import java.util.function.LongSupplier;

/** Goes on while a condition holds and, where it is told so, for some time after. */
final class ContinueIf implements Block {
  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final Manifest MANIFEST =
        Manifest.of("roboflow_core/continue_if@v1", "ContinueIf")
            .described(
                "Continue If",
                "flow_control",
                "Goes on with the next steps while a condition holds.")
            .field(Field.required("condition_statement", "The condition.", new StatementForm()))
            .field(
                Field.optional(
                    "evaluation_parameters",
                    Map.of(),
                    "Values that the condition's dynamic operands name.",
                    Forms.map(Forms.reference())))
            .field(NextSteps.field())
            .field(
                Field.optional(
                    "stop_delay",
                    0.0,
                    "Seconds to go on after the condition has held.",
                    Forms.reference(Kind.FLOAT),
                    Forms.above(0)))
            .build();

    public V1() {
      super(
          MANIFEST,
          context -> new ContinueIf(NextSteps.of(context, "next_steps"), System::nanoTime));
    }
  }

  private static final double NANOS_IN_A_SECOND = 1e9;

  private final BlockResult.NextSteps next;
  private final LongSupplier nanoTime;
  private boolean held;
  private long lastHeld;

  ContinueIf(BlockResult.NextSteps next, LongSupplier nanoTime) {
    this.next = next;
    this.nanoTime = nanoTime;
  }

  @Override
  @SuppressWarnings("unchecked")
  public BlockResult run(StepInput input) {
    Statement condition = (Statement) input.value("condition_statement");
    if (next.names().isEmpty()) {
      return NextSteps.NONE;
    }
    double delay = input.number("stop_delay");
    Map<String, Object> names = (Map<String, Object>) input.value("evaluation_parameters");
    if (condition.test(names, input.limits())) {
      if (delay > 0) {
        held = true;
        lastHeld = nanoTime.getAsLong();
      }
      return next;
    }
    boolean stillOn = held && (nanoTime.getAsLong() - lastHeld) / NANOS_IN_A_SECOND <= delay;
    return stillOn ? next : NextSteps.NONE;
  }
}
