package io.sightline.workflow.compiler;

import java.util.List;
import java.util.Map;

/** Where a value comes from while a graph runs. */
public sealed interface Source {
  /** Dimensions of the value: 0 for a single one, 1 for one for each image, and so on. */
  int depth();

  /** What the document says. */
  record Constant(Object value) implements Source {
    @Override
    public int depth() {
      return 0;
    }
  }

  /** An input of the workflow, by its place. */
  record Input(int index, int depth) implements Source {}

  /** A parameter as the manifest's field wants it: by its place among the substitutions. */
  record Bound(int slot) implements Source {
    @Override
    public int depth() {
      return 0;
    }
  }

  /**
   * An output of a step, by their places.
   *
   * @param soleReader true where nothing else in the graph reads it
   */
  record StepOutput(int step, int output, int depth, boolean soleReader) implements Source {}

  /** A list, some elements of which are no constants. */
  record ListOf(List<Source> elements) implements Source {
    @Override
    public int depth() {
      return elements.stream().mapToInt(Source::depth).max().orElse(0);
    }
  }

  /** A map, some values of which are no constants. */
  record MapOf(Map<String, Source> values) implements Source {
    @Override
    public int depth() {
      return values.values().stream().mapToInt(Source::depth).max().orElse(0);
    }
  }
}
