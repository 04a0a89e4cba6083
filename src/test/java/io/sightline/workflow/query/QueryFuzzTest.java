package io.sightline.workflow.query;

import io.sightline.fuzz.Fuzz;
import io.sightline.fuzz.Guard;
import io.sightline.fuzz.Mutations;
import io.sightline.fuzz.RandomValues;
import io.sightline.vision.Attribute;
import io.sightline.vision.BoundingBox;
import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.vision.ImageOrigin;
import io.sightline.vision.Mask;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.FormException;
import io.sightline.workflow.block.RunLimits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

@Label("Q-2, Q-3: operations and statements of any shape on any value")
class QueryFuzzTest {
  private static final int ROUNDS = 20;

  /** An input that fails is made again of its number. */
  @Property(seed = Fuzz.SEED)
  void giveAValueOrAnErrorOfTheirOwn(@ForAll("numbers") Long number) {
    Random random = new Random(number);
    for (int i = 0; i < ROUNDS; i++) {
      RandomQueries queries = new RandomQueries(random);
      Mutations mutations = new Mutations(random, List.of("a", "type"));
      Object chain = queries.chain(0);
      Object group = queries.group(0);
      if (random.nextInt(5) == 0) {
        chain = mutations.tree(chain, group);
        group = mutations.tree(group, chain);
      }
      check(chain, group, value(random), names(random));
    }
  }

  private static void check(Object chain, Object group, Object value, Map<String, Object> names) {
    Guard.allowing(BlockException.class)
        .run(
            chain + "\n on " + value,
            () -> {
              OperationChain read = chainOrNull(chain);
              if (read != null) {
                read.apply(value, names, RunLimits.NONE);
              }
            });
    Guard.allowing(BlockException.class)
        .run(
            group + "\n on " + names,
            () -> {
              Statement read = statementOrNull(group);
              if (read != null) {
                read.test(names, RunLimits.NONE);
              }
            });
  }

  private static OperationChain chainOrNull(Object chain) {
    try {
      return (OperationChain) new OperationsForm().read(chain);
    } catch (FormException e) {
      return null;
    }
  }

  private static Statement statementOrNull(Object group) {
    try {
      return (Statement) new StatementForm().read(group);
    } catch (FormException e) {
      return null;
    }
  }

  private static Map<String, Object> names(Random random) {
    Map<String, Object> names = new LinkedHashMap<>();
    names.put("name", value(random));
    names.put("other", value(random));
    names.put("flag", random.nextBoolean());
    names.put("_", random.nextBoolean() ? detection(random) : value(random));
    return names;
  }

  private static Object value(Random random) {
    return switch (random.nextInt(8)) {
      case 0, 1 -> detections(random);
      case 2 -> detection(random);
      case 3 -> Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
      case 4 -> new byte[random.nextInt(5)];
      case 5 -> random.nextBoolean() ? "a, b" : List.of("a", "b", "a");
      default -> new RandomValues(random, List.of("a", "predictions", "class", "top")).value();
    };
  }

  private static Detections detections(Random random) {
    List<Detection> all = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      all.add(detection(random));
    }
    return new Detections(all, 64, 48);
  }

  private static Detection detection(Random random) {
    float x = random.nextInt(20) == 0 ? Float.NaN : random.nextInt(60);
    float y = random.nextInt(40);
    ImageOrigin origin = ImageOrigin.whole("image", 64, 48);
    Map<Attribute, Object> attributes =
        random.nextBoolean()
            ? Map.of()
            : Map.of(
                Attribute.MASK,
                Mask.ofPolygon(64, 48, new int[][] {{1, 1}, {9, 1}, {9, 9}}),
                Attribute.VELOCITY,
                new double[] {1, 2});
    return new Detection(
        new BoundingBox(x, y, x + 4, y + random.nextInt(8) - 1),
        random.nextFloat(),
        random.nextInt(3),
        random.nextBoolean() ? "a" : "b",
        "id",
        random.nextBoolean() ? null : 7,
        origin,
        origin,
        attributes);
  }

  @Provide
  Arbitrary<Long> numbers() {
    return Fuzz.of(Random::nextLong);
  }
}
