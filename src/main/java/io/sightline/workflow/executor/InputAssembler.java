package io.sightline.workflow.executor;

import io.sightline.workflow.block.Batch;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.compiler.ExecutionGraph;
import io.sightline.workflow.compiler.InputNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes a graph's input values of what a caller hands in. */
public final class InputAssembler {
  private final ExecutionGraph graph;
  private final ParameterBinder binder;
  private final int maxElements;
  private final int maxList;

  /**
   * @param maxElements values of all batches of one call together
   * @param maxList elements of any list or object in a value
   */
  public InputAssembler(ExecutionGraph graph, int maxElements, int maxList) {
    this.graph = graph;
    this.binder = new ParameterBinder(graph);
    this.maxElements = maxElements;
    this.maxList = maxList;
  }

  /**
   * Values for all inputs. Batch inputs take a list with one value for each image, or one value for
   * all; names that the graph does not know are ignored.
   *
   * @param given input name to value: pictures, or strings, numbers, booleans, lists and maps
   * @param fed inputs that the caller fills in later; they stay null
   * @param pictures reads pictures from their wire form; null where only {@link
   *     io.sightline.vision.Image}s are taken
   * @throws InputException naming the input and what it accepts
   */
  public RuntimeInputs assemble(
      Map<String, Object> given, Set<String> fed, PictureReader pictures) {
    int batchSize = batchSize(given);
    checkElements(given, batchSize);
    graph.inputs().forEach(input -> checkLists(input.name(), given.get(input.name())));
    Object[] values = new Object[graph.inputs().size()];
    for (InputNode input : graph.inputs()) {
      if (fed.contains(input.name())) {
        continue;
      }
      values[input.index()] =
          input.batch()
              ? batch(input, given.get(input.name()), batchSize, pictures)
              : given.getOrDefault(input.name(), input.defaultValue());
    }
    return new RuntimeInputs(values, binder.bind(values), batchSize);
  }

  private void checkElements(Map<String, Object> given, int batchSize) {
    long elements = 0;
    for (InputNode input : graph.inputs()) {
      if (input.batch()) {
        elements += Math.max(batchSize, elements(given.get(input.name()), input.depth()));
      }
    }
    if (elements > maxElements) {
      throw new InputException(
          "The batches of all inputs hold %d values, at most %d are allowed."
              .formatted(elements, maxElements),
          null);
    }
  }

  private void checkLists(String name, Object value) {
    Collection<?> elements = List.of();
    if (value instanceof Map<?, ?> map) {
      elements = map.values();
    } else if (value instanceof List<?> list) {
      elements = list;
    }
    if (elements.size() > maxList) {
      throw new InputException(
          "Workflow input `%s` holds a list or a dictionary of %d elements, at most %d are allowed."
              .formatted(name, elements.size(), maxList),
          null);
    }
    elements.forEach(element -> checkLists(name, element));
  }

  private static long elements(Object value, int depth) {
    if (depth == 0 || !(value instanceof List<?> list)) {
      return 1;
    }
    return list.stream().mapToLong(v -> elements(v, depth - 1)).sum();
  }

  private int batchSize(Map<String, Object> given) {
    for (InputNode input : graph.inputs()) {
      if (input.batch() && given.get(input.name()) instanceof List<?> list && list.size() > 1) {
        return list.size();
      }
    }
    return 1;
  }

  private static Batch batch(InputNode input, Object value, int batchSize, PictureReader pictures) {
    String name = input.name();
    if (value == null) {
      throw new InputException(
          "Detected runtime parameter `%s` defined as `%s` (of kind `%s`), but value is not provided."
              .formatted(name, input.type(), "['" + String.join("', '", input.kinds()) + "']"),
          null);
    }
    if (!(value instanceof List<?> list)) {
      Object[] elements = new Object[batchSize];
      Arrays.fill(elements, element(input, name, value, pictures));
      return Batch.wrap(elements);
    }
    Object[] elements = nested(input, name, list, 1, pictures);
    if (elements.length == 1 && batchSize > 1) {
      Object[] broadcast = new Object[batchSize];
      Arrays.fill(broadcast, elements[0]);
      elements = broadcast;
    }
    if (elements.length != batchSize) {
      throw new InputException(
          "Expected all batch-oriented workflow inputs be the same length, or of length 1 - but"
              + " parameter: %s provided with batch size %d, where expected batch size based on"
                  .formatted(name, elements.length)
              + " remaining parameters is: %d.".formatted(batchSize),
          null);
    }
    return Batch.wrap(elements);
  }

  private static Object[] nested(
      InputNode input, String name, List<?> list, int depth, PictureReader pictures) {
    Object[] elements = new Object[list.size()];
    for (int i = 0; i < elements.length; i++) {
      String identifier = name + ".[" + i + "]";
      Object value = list.get(i);
      if (depth == input.depth()) {
        elements[i] = element(input, identifier, value, pictures);
      } else if (value instanceof List<?> inner) {
        elements[i] = Batch.wrap(nested(input, identifier, inner, depth + 1, pictures));
      } else {
        throw new InputException(
            "Workflow input `%s` is declared to be nested batch with dimensionality `%d`. Input data"
                    .formatted(input.name(), input.depth())
                + " does not define batch at the %d dimensionality level.".formatted(depth),
            null);
      }
    }
    return elements;
  }

  private static Object element(
      InputNode input, String identifier, Object value, PictureReader pictures) {
    List<String> kinds = input.kinds().stream().filter(k -> KindReaders.of(k) != null).toList();
    if (value == null || kinds.isEmpty()) {
      return value;
    }
    List<String> problems = new ArrayList<>();
    for (String kind : kinds) {
      try {
        return KindReaders.of(kind).read(identifier, value, pictures);
      } catch (RuntimeException e) {
        problems.add("\nKind: `%s` - Error: %s".formatted(kind, e.getMessage()));
      }
    }
    String details = String.join("", problems);
    if (input.kinds().contains(Kind.SECRET.name())) {
      details = new SecretTexts().add(value).cover(details);
    }
    throw new InputException(
        "Failed to assemble `%s`. Could not successfully use any deserializer for declared kinds."
                .formatted(identifier)
            + " Details: "
            + details,
        null);
  }
}
