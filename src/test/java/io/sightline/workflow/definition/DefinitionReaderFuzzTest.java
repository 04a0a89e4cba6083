package io.sightline.workflow.definition;

import io.sightline.fuzz.Fuzz;
import io.sightline.fuzz.Guard;
import io.sightline.fuzz.Mutations;
import io.sightline.fuzz.RandomValues;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

@Label("J-3: a document that cannot be read is refused with DefinitionException")
class DefinitionReaderFuzzTest {
  private static final List<Object> DOCUMENTS = Fuzz.documents();
  private static final List<String> WORDS = Fuzz.words(DOCUMENTS);
  private static final DefinitionReader READER =
      new DefinitionReader(new DefinitionLimits(100_000, 100, 40, 10_000));

  @Property(seed = Fuzz.SEED)
  void readsOrRefusesAnyText(@ForAll("texts") String text) {
    Guard.allowing(DefinitionException.class).run(text, () -> READER.read(text));
  }

  @Provide
  Arbitrary<String> texts() {
    return Fuzz.of(DefinitionReaderFuzzTest::text);
  }

  private static String text(Random random) {
    Object document = DOCUMENTS.get(random.nextInt(DOCUMENTS.size()));
    Mutations mutations = new Mutations(random, WORDS);
    return switch (random.nextInt(6)) {
      case 0 -> Fuzz.json(new RandomValues(random, WORDS).value(), random);
      case 1 -> deep(random);
      case 2 -> number(random);
      case 3 -> mutations.text(Fuzz.json(document, random));
      default -> Fuzz.json(mutations.tree(document, document), random);
    };
  }

  private static String deep(Random random) {
    String open = random.nextBoolean() ? "[" : "{\"inputs\":";
    return "{\"version\":\"1.0\",\"steps\":" + open.repeat(random.nextInt(9000));
  }

  private static String number(Random random) {
    String digits = "9".repeat(1 + random.nextInt(3000));
    return switch (random.nextInt(3)) {
      case 0 -> "{\"version\":" + digits + "}";
      case 1 -> "{\"version\":\"1.0\",\"inputs\":[{\"dimensionality\":1e" + digits + "}]}";
      default -> "{\"version\":\"" + digits + "." + digits + "\",\"steps\":[-0." + digits + "]}";
    };
  }
}
