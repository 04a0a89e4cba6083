package io.sightline.model.onnx;

import java.io.IOException;

/** Reads graphs and functions with their nodes, and the graphs inside of those. */
final class GraphReader {
  private static final int DEEPEST = 16;
  private static final int NAME = 4096;

  private final ProtoReader in;
  private final ExternalFiles files;
  private final OnnxLimits limits;
  private final TensorReader tensors;
  private final Operators operators = new Operators();
  private int nodes;

  GraphReader(ProtoReader in, ExternalFiles files, OnnxLimits limits) {
    this.in = in;
    this.files = files;
    this.limits = limits;
    this.tensors = new TensorReader(in, files, limits);
  }

  OnnxOutline outline() {
    operators.check();
    return new OnnxOutline(nodes, tensors.count(), tensors.bytes(), files.found());
  }

  void graph(long end, int depth) throws IOException {
    if (depth > DEEPEST) {
      throw new OnnxException("its graphs are nested deeper than %d".formatted(DEEPEST));
    }
    while (in.next(end)) {
      long fieldEnd = in.end();
      if (in.hasBytes()) {
        switch (in.field()) {
          case 1 -> node(fieldEnd, depth);
          case 5 -> tensors.tensor(fieldEnd);
          case 11, 12 -> tensors.value(fieldEnd);
          case 15 -> tensors.sparse(fieldEnd);
          default -> {}
        }
      }
      in.leave(fieldEnd);
    }
  }

  /** A function that the file defines: nodes under a name. */
  void function(long end) throws IOException {
    String name = "";
    String domain = "";
    while (in.next(end)) {
      long fieldEnd = in.end();
      switch (in.field()) {
        case 1 -> name = in.text(NAME);
        case 7 -> node(fieldEnd, 1);
        case 10 -> domain = in.text(NAME);
        case 11 -> attribute(fieldEnd, 1);
        default -> {}
      }
      in.leave(fieldEnd);
    }
    operators.defined(domain, name);
  }

  private void node(long end, int depth) throws IOException {
    if (++nodes > limits.nodes()) {
      throw new OnnxException(
          "it has more than %d nodes: see sightline.models.nodes.max".formatted(limits.nodes()));
    }
    String name = "";
    String domain = "";
    while (in.next(end)) {
      long fieldEnd = in.end();
      switch (in.field()) {
        case 4 -> name = in.text(NAME);
        case 5 -> attribute(fieldEnd, depth);
        case 7 -> domain = in.text(NAME);
        default -> {}
      }
      in.leave(fieldEnd);
    }
    operators.used(domain, name);
  }

  private void attribute(long end, int depth) throws IOException {
    while (in.next(end)) {
      long fieldEnd = in.end();
      if (in.hasBytes()) {
        switch (in.field()) {
          case 5, 10 -> tensors.tensor(fieldEnd);
          case 6, 11 -> graph(fieldEnd, depth + 1);
          case 22, 23 -> tensors.sparse(fieldEnd);
          default -> {}
        }
      }
      in.leave(fieldEnd);
    }
  }
}
