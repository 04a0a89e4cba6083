package io.sightline.workflow;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sightline.fuzz.Fuzz;
import io.sightline.fuzz.Guard;
import io.sightline.fuzz.Mutations;
import io.sightline.vision.ImageScope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

@Label("WF-1, WF-4: almost right documents and inputs run, or are refused with one exception")
class WorkflowEngineFuzzTest {
  private static final List<Map<?, ?>> CASES = Fuzz.cases();
  private static final List<Object> DOCUMENTS = Fuzz.documents();
  private static final List<String> WORDS = Fuzz.words(DOCUMENTS);
  private static final WorkflowEngine ENGINE = Fixture.engine(List.of());
  private static final JsonMapper JSON = new JsonMapper();

  @Property(seed = Fuzz.SEED)
  void validatesOrRefusesAnyDocument(@ForAll("documents") String document) {
    Guard.allowing(WorkflowException.class).run(document, () -> ENGINE.validate(document));
  }

  /** What a step throws of its own accord says what was wrong; what Java throws is a bug. */
  @Property(seed = Fuzz.SEED)
  void runsOrRefusesAnyRequest(@ForAll("requests") Request request) {
    Guard.allowing(WorkflowException.class).run(request, request::run);
  }

  /** A document with its inputs, both in wire form. */
  private record Request(String document, Map<?, ?> inputs, List<String> images) {
    void run() {
      try (ImageScope scope = new ImageScope(Fixture.POOL);
          Workflow workflow = ENGINE.compile(document)) {
        Map<String, Object> values = new LinkedHashMap<>();
        inputs.forEach((name, value) -> values.put(name.toString(), value));
        images.forEach(name -> values.put(name, Fixture.frame(scope, 40, 30)));
        workflow.runBatch(values, scope);
      } catch (WorkflowException e) {
        if (e.getCause() != null
            && e.errorType().equals("StepExecutionError")
            && !e.getCause().getClass().getName().startsWith("io.sightline.")) {
          throw new IllegalStateException(e.getCause());
        }
        throw e;
      }
    }
  }

  @Provide
  Arbitrary<String> documents() {
    return Fuzz.of(
        random -> {
          Object document = any(DOCUMENTS, random);
          Mutations mutations = new Mutations(random, WORDS);
          String text = Fuzz.json(mutations.tree(document, any(DOCUMENTS, random)), random);
          return random.nextInt(20) == 0 ? mutations.text(text) : text;
        });
  }

  @Provide
  Arbitrary<Request> requests() {
    return Fuzz.of(
        random -> {
          Map<?, ?> request = (Map<?, ?>) any(CASES, random).get("request");
          Object document =
              request.containsKey("specification") ? request.get("specification") : request;
          Map<?, ?> inputs = request.get("inputs") instanceof Map<?, ?> map ? map : Map.of();
          Mutations mutations = new Mutations(random, WORDS);
          boolean ofDocument = random.nextInt(3) == 0;
          boolean ofInputs = !ofDocument || random.nextInt(3) == 0;
          Object mutated = ofDocument ? mutations.tree(document, document) : document;
          Object given = ofInputs ? mutations.tree(inputs, inputs) : inputs;
          return new Request(
              Fuzz.json(mutated, random),
              given instanceof Map<?, ?> map ? map : Map.of(),
              images(document));
        });
  }

  private static List<String> images(Object document) {
    return JSON.valueToTree(document).path("inputs").findParents("name").stream()
        .filter(input -> input.path("type").asText().endsWith("Image"))
        .map(input -> input.path("name").asText())
        .toList();
  }

  private static <T> T any(List<T> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }
}
