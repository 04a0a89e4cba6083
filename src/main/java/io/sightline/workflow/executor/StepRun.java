package io.sightline.workflow.executor;

import io.sightline.vision.Image;
import io.sightline.vision.OpenCvFailure;
import io.sightline.workflow.block.Batch;
import io.sightline.workflow.block.BatchBlock;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.StepInput;
import io.sightline.workflow.compiler.Source;
import io.sightline.workflow.compiler.StepNode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** One step in one run: calls its block for each element of the batch. */
final class StepRun {
  private final StepNode step;
  private final Block block;
  private final Run run;
  private final Slots slots;
  private final int width;
  private final int[] path;
  private boolean failed;

  /** What a block of whole batches gets and, once it has run, what it answered. */
  private List<StepInput> gathered;

  private Iterator<BlockResult> answers;

  StepRun(StepNode step, Block block, Run run) {
    this.step = step;
    this.block = block;
    this.run = run;
    this.slots = run.slots();
    this.width = step.outputs().size();
    this.path = new int[step.executionDepth()];
  }

  void execute() {
    if (block instanceof BatchBlock whole) {
      gathered = new ArrayList<>();
      over(0);
      answers = answers(whole);
    }
    Object[] result = over(0);
    slots.put(step.index(), result, result[width]);
  }

  private Iterator<BlockResult> answers(BatchBlock whole) {
    List<BlockResult> all = List.of();
    if (!failed && !gathered.isEmpty()) {
      try {
        all = whole.runAll(gathered);
        if (all.size() != gathered.size()) {
          throw new BlockException(
              "%s gave %d answers for %d elements"
                  .formatted(step.manifest().type(), all.size(), gathered.size()));
        }
      } catch (VirtualMachineError e) {
        throw e;
      } catch (Throwable e) {
        fail(e);
      }
    }
    return all.iterator();
  }

  /** One value for each output and, behind them, the decision; nested as deep as still to go. */
  private Object[] over(int level) {
    if (level == path.length) {
      return leaf();
    }
    int size = size(level);
    Object[] result = new Object[width + 1];
    if (size < 0) {
      return result;
    }
    Object[][] columns = new Object[width + 1][size];
    for (int i = 0; i < size; i++) {
      path[level] = i;
      Object[] element = over(level + 1);
      for (int k = 0; k <= width; k++) {
        columns[k][i] = element[k];
      }
    }
    for (int k = 0; k <= width; k++) {
      result[k] = Batch.wrap(columns[k]);
    }
    return result;
  }

  private int size(int level) {
    for (Source source : step.sources()) {
      int size = slots.sizeAt(source, path, level);
      if (size >= 0) {
        return size;
      }
    }
    for (StepNode.Guard guard : step.guards()) {
      if (guard.depth() > level
          && slots.decision(guard.step(), path, level) instanceof Batch batch) {
        return batch.size();
      }
    }
    return -1;
  }

  private Object[] leaf() {
    Object[] result = new Object[width + 1];
    if (failed || run.abandoned() || !admitted()) {
      return result;
    }
    try {
      StepInput input = input();
      if (input == null) {
        return result;
      }
      if (answers != null) {
        unpack(answers.next(), result);
        return result;
      }
      slots.called(step.index(), input);
      if (gathered != null) {
        gathered.add(input);
      } else {
        unpack(block.run(input), result);
      }
    } catch (VirtualMachineError e) {
      throw e;
    } catch (Throwable e) {
      fail(e);
    }
    return result;
  }

  private void fail(Throwable e) {
    failed = true;
    run.fail(
        step.index(),
        new StepFailure(step.name(), step.manifest().type(), OpenCvFailure.readable(e)));
  }

  private boolean admitted() {
    for (StepNode.Guard guard : step.guards()) {
      int depth = Math.min(guard.depth(), path.length);
      if (!names(slots.decision(guard.step(), path, depth))) {
        return false;
      }
    }
    return true;
  }

  private boolean names(Object decision) {
    if (decision instanceof Batch batch) {
      return batch.asList().stream().anyMatch(this::names);
    }
    return decision instanceof Set<?> names && names.contains(step.name());
  }

  /** What the block gets; null where a value is missing that it cannot do without. */
  private StepInput input() {
    boolean strict = !step.manifest().acceptsEmptyValues();
    Object[] values = new Object[step.sources().size()];
    BitSet disposable = new BitSet();
    for (int i = 0; i < values.length; i++) {
      Source source = step.sources().get(i);
      Object value = slots.at(source, path, path.length);
      if (!(source instanceof Source.Constant) && !(source instanceof Source.Bound)) {
        value = source.depth() > path.length ? EmptyValues.list(value, strict) : value;
        if (strict && EmptyValues.isEmpty(source, value)) {
          return null;
        }
        if (step.manifest().outputOffset() < 0 && source.depth() == 0) {
          value = Collections.singletonList(value);
        }
        if (value instanceof Image image && own(source, image)) {
          disposable.set(i);
        }
      }
      values[i] = value;
    }
    return new StepInput(
        step.manifest(), values, disposable, run.images(), run.inferenceNanos(), run.allowance());
  }

  private boolean own(Source source, Image image) {
    return source instanceof Source.StepOutput output
        && output.soleReader()
        && !image.shared()
        && slots.madeBy(output.step(), image);
  }

  private void unpack(BlockResult answer, Object[] result) {
    int offset = step.manifest().outputOffset();
    if (answer instanceof BlockResult.NextSteps next) {
      result[width] = next.names();
    } else if (answer instanceof BlockResult.Values values && offset <= 0) {
      List<Object> all = checked(values);
      for (int k = 0; k < width; k++) {
        result[k] = all.get(k);
      }
    } else if (answer instanceof BlockResult.Elements elements && offset > 0) {
      run.allowance().takeElements(elements.elements().size());
      for (int k = 0; k < width; k++) {
        Object[] column = new Object[elements.elements().size()];
        for (int i = 0; i < column.length; i++) {
          column[i] = checked(elements.elements().get(i)).get(k);
        }
        result[k] = Batch.wrap(column);
      }
    } else {
      throw new BlockException(
          step.manifest().type() + " answered with " + answer + ", which its manifest denies");
    }
  }

  private List<Object> checked(BlockResult.Values values) {
    if (values.values().size() != width) {
      throw new BlockException(
          "%s answered with %d values instead of %d"
              .formatted(step.manifest().type(), values.values().size(), width));
    }
    for (int k = 0; k < width; k++) {
      run.allowance().checkLength(step.outputs().get(k).name(), values.values().get(k));
    }
    return values.values();
  }
}
