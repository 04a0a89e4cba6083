package io.sightline.workflow.executor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockContext;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.BlockType;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.RunLimits;
import io.sightline.workflow.block.StepInput;
import io.sightline.workflow.compiler.ExecutionGraph;
import io.sightline.workflow.compiler.StepNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class GraphExecutorTest {
  private record Type(Supplier<Block> blocks) implements BlockType {
    private static final Manifest MANIFEST = Manifest.of("test/block@v1").build();

    @Override
    public Manifest manifest() {
      return MANIFEST;
    }

    @Override
    public Block create(BlockContext context) {
      return blocks.get();
    }
  }

  private record Closing(AtomicInteger closed) implements Block {
    @Override
    public BlockResult run(StepInput input) {
      return BlockResult.of();
    }

    @Override
    public void close() {
      closed.incrementAndGet();
    }
  }

  private static StepNode step(int index, String name, Supplier<Block> blocks) {
    return new StepNode(
        index, name, new Type(blocks), Map.of(), List.of(), List.of(), List.of(), 0, List.of());
  }

  @Test
  void aMissingLibraryNamesItsStepAndClosesWhatWasMade() {
    AtomicInteger closed = new AtomicInteger();
    ExecutionGraph graph =
        new ExecutionGraph(
            List.of(),
            List.of(
                step(0, "first", () -> new Closing(closed)),
                step(
                    1,
                    "second",
                    () -> {
                      throw new NoClassDefFoundError("library");
                    })),
            List.of(List.of(0, 1)),
            List.of(),
            List.of());
    StepException e =
        assertThrows(
            StepException.class,
            () -> new GraphExecutor(graph, RunLimits.NONE, type -> null, Runnable::run));
    assertEquals("second", e.step());
    assertEquals("library", e.getMessage());
    assertEquals(1, closed.get());
  }
}
