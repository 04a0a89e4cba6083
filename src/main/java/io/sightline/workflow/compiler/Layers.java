package io.sightline.workflow.compiler;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Puts steps into layers. */
final class Layers {
  private final List<Set<Integer>> successors = new ArrayList<>();
  private final int[] waitsFor;

  Layers(Nodes nodes) {
    waitsFor = new int[nodes.steps().size()];
    nodes.steps().forEach(step -> successors.add(new LinkedHashSet<>()));
    for (CheckedStep step : nodes.steps()) {
      step.references(
          (field, reference) -> {
            if (!reference.selector().ofInput()) {
              int other = nodes.step(reference.selector().name()).index();
              if (reference.kinds().isEmpty()) {
                order(step.index(), other);
              } else {
                order(other, step.index());
              }
            }
          });
    }
  }

  private void order(int first, int then) {
    if (successors.get(first).add(then)) {
      waitsFor[then]++;
    }
  }

  /**
   * Each layer's steps in the order of the document.
   *
   * @throws CompilationException (ExecutionGraphStructureError) where steps wait for each other
   */
  List<List<Integer>> layers() {
    List<List<Integer>> layers = new ArrayList<>();
    Set<Integer> ready = new TreeSet<>();
    for (int i = 0; i < waitsFor.length; i++) {
      if (waitsFor[i] == 0) {
        ready.add(i);
      }
    }
    int placed = 0;
    while (!ready.isEmpty()) {
      layers.add(List.copyOf(ready));
      placed += ready.size();
      Set<Integer> next = new TreeSet<>();
      for (int step : ready) {
        for (int successor : successors.get(step)) {
          if (--waitsFor[successor] == 0) {
            next.add(successor);
          }
        }
      }
      ready = next;
    }
    if (placed < waitsFor.length) {
      throw CompilationException.structure(
          "Detected cycle in execution graph. This means that there is output from one step that is"
              + " connected to input of other step creating loop in the graph that would never end"
              + " if executed.");
    }
    return layers;
  }
}
