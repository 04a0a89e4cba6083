package io.sightline.workflow.block;

import io.sightline.fuzz.Fuzz;
import io.sightline.fuzz.Guard;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

@Label("Selectors of any text")
class SelectorFuzzTest {
  private static final String[] PARTS = {
    "$inputs", "$steps", ".", "a", "*", "-", "_", "0", "\n", "$", " ", "\ud800", "é"
  };

  @Property(seed = Fuzz.SEED)
  void havePartsWhereTheyCanPoint(@ForAll("texts") String text) {
    Guard.allowingNothing()
        .run(
            text,
            () -> {
              if (Forms.reference().fits(text) || Selector.isStep(text)) {
                Selector selector = new Selector(text);
                selector.ofInput();
                selector.ofStepOutput();
                selector.node();
                selector.name();
                selector.property();
              }
            });
  }

  @Provide
  Arbitrary<String> texts() {
    return Fuzz.of(
        (Random random) -> {
          StringBuilder text = new StringBuilder();
          for (int i = random.nextInt(10); i >= 0; i--) {
            text.append(PARTS[random.nextInt(PARTS.length)]);
          }
          return text.toString();
        });
  }
}
