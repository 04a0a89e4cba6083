package io.sightline.workflow.block;

import io.sightline.fuzz.Fuzz;
import io.sightline.fuzz.Guard;
import io.sightline.fuzz.Mutations;
import io.sightline.fuzz.RandomValues;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

@Label("BL-3: every field of every block reads a value or says what would be right")
class ManifestFuzzTest {
  private static final List<BlockType> TYPES = BlockCatalog.discover().types();
  private static final List<Object> DOCUMENTS = Fuzz.documents();
  private static final List<String> WORDS = Fuzz.words(DOCUMENTS);
  private static final Map<Field, List<String>> CHOICES = choices();
  private static final Map<String, List<Object>> GIVEN = Fuzz.fields(DOCUMENTS);
  private static final int TYPES_AT_A_TIME = 20;

  @Property(seed = Fuzz.SEED)
  void fieldsReadOrRefuseAnyLiteral(@ForAll("randoms") Long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < TYPES_AT_A_TIME; i++) {
      BlockType type = TYPES.get(random.nextInt(TYPES.size()));
      Map<String, Object> given = new LinkedHashMap<>();
      boolean tame = random.nextInt(4) == 0;
      for (Field field : type.manifest().fields()) {
        given.put(field.name(), tame ? graft(field.name(), random) : literal(field, random));
      }
      Guard.allowingNothing().run(type.manifest().type() + given, () -> read(type, given));
    }
  }

  private static void read(BlockType type, Map<String, Object> given) {
    Map<String, Object> read = new LinkedHashMap<>();
    for (Field field : type.manifest().fields()) {
      try {
        read.put(field.name(), field.form().read(given.get(field.name())));
      } catch (FormException e) {
        Objects.requireNonNull(e.getMessage());
      }
      try {
        field.readLiteral(given.get(field.name()));
      } catch (FormException e) {
        Objects.requireNonNull(e.getMessage());
      }
    }
    if (read.size() == type.manifest().fields().size()) {
      type.outputs(read);
    }
  }

  private static Object literal(Field field, Random random) {
    List<String> words = CHOICES.get(field);
    return switch (random.nextInt(4)) {
      case 0 -> new RandomValues(random, WORDS).value();
      case 1 -> new RandomValues(random, words).value();
      case 2 -> new Mutations(random, words).tree(graft(field.name(), random), null);
      default -> graft(field.name(), random);
    };
  }

  /** What some document gives a field of this name, if one does. */
  private static Object graft(String name, Random random) {
    List<Object> known = GIVEN.getOrDefault(name, List.of());
    return known.isEmpty()
        ? new RandomValues(random, WORDS).value()
        : known.get(random.nextInt(known.size()));
  }

  private static Map<Field, List<String>> choices() {
    Map<Field, List<String>> choices = new IdentityHashMap<>();
    TYPES.forEach(
        type ->
            type.manifest()
                .fields()
                .forEach(field -> choices.put(field, Fuzz.words(field.form().schema()))));
    return choices;
  }

  @Provide
  Arbitrary<Long> randoms() {
    return Fuzz.of(Random::nextLong);
  }
}
