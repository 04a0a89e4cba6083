package io.sightline.workflow.executor;

import io.sightline.fuzz.Fuzz;
import io.sightline.fuzz.Guard;
import io.sightline.fuzz.Mutations;
import io.sightline.fuzz.RandomValues;
import io.sightline.vision.Detections;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.DetectionsDictionary;
import io.sightline.workflow.block.DetectionsReader;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

@Label("Values from outside are read or refused, whatever they are")
class KindReadersFuzzTest {
  private static final List<Object> GIVEN =
      Fuzz.cases().stream()
          .map(c -> ((Map<?, ?>) c.get("request")).get("inputs"))
          .filter(Map.class::isInstance)
          .flatMap(inputs -> ((Map<?, ?>) inputs).values().stream())
          .filter(Objects::nonNull)
          .map(Object.class::cast)
          .toList();
  private static final List<String> WORDS =
      Fuzz.words(GIVEN).stream().filter(w -> w.length() < 40).toList();

  @Property(seed = Fuzz.SEED)
  void detectionsComeAndGo(@ForAll("wire") Object wire) {
    Guard.allowing(BlockException.class)
        .run(
            wire,
            () -> {
              Detections read = DetectionsReader.read("p", wire);
              DetectionsReader.read("p", DetectionsDictionary.write(read));
              RootCoordinates.of(read);
            });
  }

  @Provide
  Arbitrary<Object> wire() {
    return Fuzz.of(KindReadersFuzzTest::value);
  }

  private static Object value(Random random) {
    if (random.nextInt(8) == 0) {
      return new RandomValues(random, WORDS).value();
    }
    Object given = GIVEN.get(random.nextInt(GIVEN.size()));
    if (given instanceof List<?> list && !list.isEmpty() && random.nextInt(10) > 0) {
      given = list.get(0);
    }
    return new Mutations(random, WORDS).tree(given, GIVEN.get(random.nextInt(GIVEN.size())));
  }
}
