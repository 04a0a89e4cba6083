package io.sightline.workflow.blocks.memory;

import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;
import io.sightline.workflow.blocks.KeptValues;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/** The last values, the newest first. */
final class Buffer implements Block {
  private static final int MAX_LENGTH = 10_000;

  /** Stands for null, which a deque does not hold. */
  private static final Object NOTHING = new Object();

  private final Deque<Object> values = new ArrayDeque<>();
  private final KeptValues kept = new KeptValues();

  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final Manifest MANIFEST =
        Manifest.of("roboflow_core/buffer@v1", "Buffer")
            .described("Buffer", "fusion", "Answers with the last values, the newest first.")
            .field(
                Field.required(
                    "data",
                    "The value to remember.",
                    Forms.reference(Kind.WILDCARD, Kind.LIST_OF_VALUES, Kind.IMAGE)))
            .field(Field.required("length", "How many values.", Forms.wholeNumber()))
            .field(
                Field.optional(
                    "pad", false, "Whether missing values are filled up with null.", Forms.flag()))
            .output("output", Kind.LIST_OF_VALUES)
            .build();

    public V1() {
      super(MANIFEST, context -> new Buffer());
    }
  }

  @Override
  public BlockResult run(StepInput input) {
    int length = Math.max(0, input.wholeNumber("length"));
    Object data = input.value("data");
    if (length > MAX_LENGTH) {
      throw new BlockException(
          "field 'length' must be at most %d, not %d".formatted(MAX_LENGTH, length));
    }
    while (values.size() > Math.max(0, length - 1)) {
      kept.release(values.removeLast());
    }
    kept.retain(data);
    values.addFirst(data == null ? NOTHING : data);
    List<Object> output = new ArrayList<>(length);
    for (Object value : values) {
      if (output.size() < length) {
        output.add(value == NOTHING ? null : kept.lend(value, input.images()));
      }
    }
    while (values.size() > length) {
      kept.release(values.removeLast());
    }
    while (input.flag("pad") && output.size() < length) {
      output.add(null);
    }
    return BlockResult.of(Collections.unmodifiableList(output));
  }

  @Override
  public void close() {
    values.forEach(kept::release);
    values.clear();
  }
}
