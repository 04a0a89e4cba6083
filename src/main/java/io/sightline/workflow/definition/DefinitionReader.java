package io.sightline.workflow.definition;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sightline.json.ParserMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reads definitions within bounds. Safe for use by several threads. */
public final class DefinitionReader {
  private final DefinitionLimits limits;
  private final JsonMapper json;

  public DefinitionReader(DefinitionLimits limits) {
    this.limits = limits;
    this.json =
        JsonMapper.builder(
                JsonFactory.builder()
                    .streamReadConstraints(
                        StreamReadConstraints.builder()
                            .maxNestingDepth(limits.maxNesting())
                            .maxStringLength(limits.maxBytes())
                            .maxNameLength(Math.min(limits.maxBytes(), 50_000))
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
  }

  /**
   * Reads a document; what is wrong inside of it is found in {@link Definition#faults()}.
   *
   * @throws DefinitionException where the text is no JSON object or beyond the bounds
   */
  public Definition read(String text) {
    return read(text, version -> {}, inner -> {});
  }

  /**
   * The same.
   *
   * @param versionCheck refuses a version, null where there is none, before anything else
   * @param innerCheck refuses an inner workflow that is wrong by itself, before its steps take the
   *     place of the one that holds it
   */
  public Definition read(
      String text, Consumer<Object> versionCheck, Consumer<Definition> innerCheck) {
    InnerWorkflows inner =
        new InnerWorkflows(limits.maxBytes(), document -> check(document, innerCheck));
    Map<?, ?> document = object(text);
    versionCheck.accept(document.get("version"));
    return definition(inner.expand(document));
  }

  private void check(Map<?, ?> inner, Consumer<Definition> innerCheck) {
    Definition definition = definition(inner);
    innerCheck.accept(definition);
    if (!definition.faults().isEmpty()) {
      throw DefinitionException.syntax(definition.faults());
    }
  }

  private Definition definition(Map<?, ?> document) {
    DynamicBlocks.refuse(document);
    Faults faults = new Faults();
    Object version = document.get("version");
    if (!document.containsKey("version")) {
      faults.add("version", "Field required");
    } else if (!(version instanceof String)) {
      faults.add("version", "Input should be a valid string");
    }
    checkCounts(document);
    List<InputDefinition> inputs = new InputReader(faults).read(document);
    List<StepDefinition> steps = steps(document, faults);
    List<OutputDefinition> outputs = new OutputReader(faults).read(document);
    return new Definition(version, inputs, steps, outputs, faults.all());
  }

  private Map<?, ?> object(String text) {
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > limits.maxBytes()) {
      throw DefinitionException.unreadable(
          "Workflow definition has %d bytes, at most %d are allowed"
              .formatted(bytes, limits.maxBytes()),
          null);
    }
    try {
      if (json.readValue(text, Object.class) instanceof Map<?, ?> map) {
        checkLists(map);
        return map;
      }
    } catch (StreamConstraintsException e) {
      throw DefinitionException.unreadable(
          "Workflow definition is nested deeper than %d or has a number or a name that is too long"
              .formatted(limits.maxNesting()),
          e);
    } catch (JsonProcessingException e) {
      JsonLocation place = e.getLocation();
      throw DefinitionException.unreadable(
          "Workflow definition is no JSON: line %d, column %d: %s"
              .formatted(
                  place == null ? 1 : place.getLineNr(),
                  place == null ? 1 : place.getColumnNr(),
                  ParserMessage.of(e)),
          e);
    }
    throw DefinitionException.unreadable("Workflow definition is no JSON object", null);
  }

  private void checkCounts(Map<?, ?> document) {
    for (String part : List.of("inputs", "steps", "outputs")) {
      if (document.get(part) instanceof List<?> list && list.size() > limits.maxSteps()) {
        throw DefinitionException.unreadable(
            "Workflow definition has %d %s, at most %d are allowed"
                .formatted(list.size(), part, limits.maxSteps()),
            null);
      }
    }
  }

  private void checkLists(Object value) {
    Collection<?> elements = List.of();
    if (value instanceof Map<?, ?> map) {
      elements = map.values();
    } else if (value instanceof List<?> list) {
      elements = list;
    }
    if (elements.size() > limits.maxList()) {
      throw DefinitionException.unreadable(
          "Workflow definition has a list or an object of %d elements, at most %d are allowed"
              .formatted(elements.size(), limits.maxList()),
          null);
    }
    elements.forEach(this::checkLists);
  }

  private List<StepDefinition> steps(Map<?, ?> document, Faults faults) {
    List<?> list = faults.list(document, "steps");
    List<StepDefinition> steps = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      String location = "steps." + i;
      Map<String, Object> fields = faults.object(list.get(i), location);
      if (fields == null) {
        continue;
      }
      String type = fields.get("type") instanceof String s ? s : null;
      String name = fields.get("name") instanceof String s ? s : null;
      if (type == null) {
        faults.add(
            new Fault(
                location,
                name,
                null,
                null,
                "Unable to extract tag using discriminator 'type'",
                null));
        continue;
      }
      steps.add(new StepDefinition(i, name, type, fields));
    }
    return steps;
  }
}
