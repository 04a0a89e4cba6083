package io.sightline.workflow.executor;

import io.sightline.workflow.compiler.ExecutionGraph;
import io.sightline.workflow.compiler.OutputNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the answers for each image of what the steps have left in the slots. */
final class OutputAssembler {
  private final ExecutionGraph graph;
  private final boolean anyBatch;

  OutputAssembler(ExecutionGraph graph) {
    this.graph = graph;
    this.anyBatch = graph.outputs().stream().anyMatch(o -> o.source().depth() > 0 && o.ofImages());
  }

  List<Map<String, Object>> assemble(Slots slots) {
    int results = anyBatch ? slots.batchSize() : 1;
    List<Map<String, Object>> all = new ArrayList<>(results);
    for (int i = 0; i < results; i++) {
      Map<String, Object> one = new LinkedHashMap<>();
      for (OutputNode output : graph.outputs()) {
        int[] path = new int[Math.max(1, output.source().depth())];
        path[0] = i;
        boolean split = output.source().depth() > 0 && output.ofImages();
        one.put(output.name(), value(output, slots, path, split ? 1 : 0));
      }
      all.add(Collections.unmodifiableMap(one));
    }
    return all;
  }

  private static Object value(OutputNode output, Slots slots, int[] path, int level) {
    if (level == output.source().depth()) {
      Object value = Secrets.hidden(output, slots.at(output.source(), path, level));
      return output.rootCoordinates() ? RootCoordinates.of(value) : value;
    }
    int size = Math.max(0, slots.sizeAt(output.source(), path, level));
    List<Object> list = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      path[level] = i;
      list.add(value(output, slots, path, level + 1));
    }
    return Collections.unmodifiableList(list);
  }
}
