package io.sightline.workflow;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sightline.fuzz.Fuzz;
import io.sightline.fuzz.Guard;
import io.sightline.fuzz.Mutations;
import io.sightline.fuzz.RandomLiteral;
import io.sightline.fuzz.RandomValues;
import io.sightline.vision.Image;
import io.sightline.vision.ImageScope;
import io.sightline.workflow.block.BlockCatalog;
import io.sightline.workflow.block.BlockType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;

/**
 * Every block in a workflow of its own, its fields fed with values of their kinds and with others.
 */
@Label("WF-3, WF-4: blocks answer or refuse, whatever values come at run time")
class BlocksFuzzTest {
  private static final List<BlockType> TYPES = BlockCatalog.discover().types();
  private static final WorkflowEngine ENGINE = Fixture.engine(List.of());
  private static final JsonMapper JSON = new JsonMapper();
  private static final int RUNS = 3;
  private static final Set<String> DETECTIONS =
      Set.of(
          "object_detection_prediction",
          "instance_segmentation_prediction",
          "keypoint_detection_prediction",
          "rle_instance_segmentation_prediction");
  private static final List<Object> DOCUMENTS = Fuzz.documents();
  private static final Map<String, List<Object>> GIVEN = Fuzz.fields(DOCUMENTS);
  private static final List<Object> FOUND =
      Fuzz.cases().stream()
          .map(c -> ((Map<?, ?>) c.get("request")).get("inputs"))
          .filter(Map.class::isInstance)
          .flatMap(inputs -> ((Map<?, ?>) inputs).values().stream())
          .map(v -> v instanceof List<?> list && !list.isEmpty() ? list.get(0) : v)
          .filter(v -> v instanceof Map<?, ?> map && map.containsKey("predictions"))
          .map(Object.class::cast)
          .toList();

  /** A document of one step that is made again of its number. */
  private static final class Trial {
    private final Random random;
    private final BlockType type;
    private final List<Object> inputs = new ArrayList<>();
    private final Map<String, Field> fed = new LinkedHashMap<>();
    private final Map<String, Object> step = new LinkedHashMap<>();
    private final RandomValues values;

    Trial(Random random) {
      this.random = random;
      this.type = TYPES.get(random.nextInt(TYPES.size()));
      this.values = new RandomValues(random, List.of("a", "person", "CENTER", "id"));
      step.put("type", type.manifest().type());
      step.put("name", "s");
      type.manifest().fields().forEach(this::field);
    }

    private void field(Field field) {
      List<String> kinds = field.kinds().stream().map(Kind::name).toList();
      boolean computed = batch(kinds);
      if (!kinds.isEmpty() && (computed && field.required() || random.nextInt(5) == 0)) {
        boolean batch = computed || random.nextInt(10) == 0;
        inputs.add(
            Map.of(
                "type",
                batch ? "WorkflowBatchInput" : "WorkflowParameter",
                "name",
                field.name(),
                "kind",
                kinds));
        fed.put(field.name(), field);
        String selector = "$inputs." + field.name();
        step.put(field.name(), nested(field) ? List.of(selector) : selector);
      } else if (field.required() || random.nextInt(3) == 0) {
        step.put(field.name(), plain(field));
      }
    }

    private static boolean batch(Collection<String> kinds) {
      return kinds.contains("image")
          || kinds.contains("video_metadata")
          || kinds.stream().anyMatch(DETECTIONS::contains);
    }

    private static boolean nested(Field field) {
      return "array".equals(field.form().schema().get("type"));
    }

    /** Mostly what documents say or the form allows. */
    private Object plain(Field field) {
      List<Object> known = GIVEN.getOrDefault(field.name(), List.of());
      Object right =
          !known.isEmpty() && random.nextBoolean()
              ? known.get(random.nextInt(known.size()))
              : new RandomLiteral(random).of(field.form().schema());
      return switch (random.nextInt(12)) {
        case 0 -> new Mutations(random, Fuzz.words(field.form().schema())).tree(right, null);
        case 1 -> values.value();
        default -> right;
      };
    }

    private Object value(Field field, ImageScope scope) {
      Set<String> kinds = field.kinds().stream().map(Kind::name).collect(Collectors.toSet());
      if (kinds.contains("image") && random.nextInt(20) > 0) {
        return picture(scope);
      }
      if (kinds.contains("video_metadata")) {
        return Fixture.video("v");
      }
      if (batch(kinds) || kinds.contains("*") && random.nextBoolean()) {
        Object found = FOUND.get(random.nextInt(FOUND.size()));
        return random.nextInt(4) == 0
            ? new Mutations(random, List.of("a")).tree(found, FOUND.get(0))
            : found;
      }
      return plain(field);
    }

    private Image picture(ImageScope scope) {
      int channels = random.nextInt(6) == 0 ? 1 : 3;
      Mat pixels = Fixture.POOL.take(1 + random.nextInt(60), 1 + random.nextInt(40), channels);
      try (Scalar level = new Scalar(random.nextInt(256), random.nextInt(256), 7, 0)) {
        pixels.put(level);
      }
      return scope.adopt(Image.frame(pixels, Fixture.POOL, "image", Fixture.video("v")));
    }

    void run() {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("version", "1.0");
      document.put("inputs", inputs);
      document.put("steps", List.of(step));
      document.put(
          "outputs", List.of(Map.of("type", "JsonField", "name", "o", "selector", "$steps.s.*")));
      try (Workflow workflow = ENGINE.compile(Fuzz.json(document, new Random(0)))) {
        for (int i = 0; i < RUNS; i++) {
          once(workflow);
        }
      }
    }

    private void once(Workflow workflow) {
      try (ImageScope scope = new ImageScope(Fixture.POOL)) {
        Map<String, Object> given = new LinkedHashMap<>();
        fed.forEach((name, field) -> given.put(name, value(field, scope)));
        workflow.runBatch(given, scope);
      } catch (WorkflowException e) {
        Throwable cause = e.getCause();
        if (cause != null
            && e.errorType().equals("StepExecutionError")
            && !cause.getClass().getName().startsWith("io.sightline.")) {
          throw new IllegalStateException(cause);
        }
      }
    }

    @Override
    public String toString() {
      return JSON.valueToTree(step).toString();
    }
  }

  @Property(seed = Fuzz.SEED)
  void answerOrRefuse(@ForAll("numbers") Long number) {
    Trial trial = new Trial(new Random(number));
    Guard.allowing(WorkflowException.class).run(number + " " + trial, trial::run);
  }

  @Provide
  Arbitrary<Long> numbers() {
    return Fuzz.of(Random::nextLong);
  }
}
