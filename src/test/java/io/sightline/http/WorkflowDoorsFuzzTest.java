package io.sightline.http;

import io.sightline.fuzz.Fuzz;
import io.sightline.fuzz.Guard;
import io.sightline.fuzz.Mutations;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

@Label("H-1: every body is answered in JSON, and none with an error of the server's own")
class WorkflowDoorsFuzzTest {
  private static final List<Map<?, ?>> CASES = Fuzz.cases();
  private static final List<String> WORDS =
      List.of("inputs", "specification", "excluded_fields", "value", "type", "base64", "url");
  private static final List<String> PATHS =
      List.of(
          "workflows/run",
          "workflows/validate",
          "workflows/describe_interface",
          "workflows/blocks/dynamic_outputs",
          "workflows/blocks/describe",
          "any/workflows/default-workflow/describe_interface",
          "any/workflows/none");
  private static final byte[] PNG =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAFUlE"
                  + "QVR4nGPkOiHHwMDAwMDAxAADABEIAPSNR5i4AAAAAElFTkSuQmCC");

  private final Doors doors = new Doors(Map.of());

  /** A request that is made again of its number. */
  @Property(seed = Fuzz.SEED)
  void anyBodyIsAnswered(@ForAll("numbers") Long number) {
    Random random = new Random(number);
    String path = PATHS.get(random.nextInt(PATHS.size()));
    byte[] body = body(random);
    Guard.allowingNothing()
        .run(
            path + "\n" + new String(body, StandardCharsets.UTF_8),
            () -> {
              Reply reply = doors.post(path, body);
              String text = new String(reply.body(), StandardCharsets.UTF_8);
              Doors.json(reply);
              if (text.contains("Internal error")) {
                throw new IllegalStateException(text);
              }
            });
  }

  private static byte[] body(Random random) {
    Mutations mutations = new Mutations(random, WORDS);
    Map<?, ?> request = (Map<?, ?>) CASES.get(random.nextInt(CASES.size())).get("request");
    Map<String, Object> whole = new LinkedHashMap<>();
    request.forEach((key, value) -> whole.put(key.toString(), value));
    if (random.nextInt(3) == 0) {
      whole.put("inputs", pictures(random));
    }
    Object changed =
        random.nextInt(4) == 0 ? request.get("specification") : mutations.tree(whole, request);
    String text = Fuzz.json(changed, random);
    if (random.nextInt(4) == 0) {
      text = mutations.text(text);
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > 0 && random.nextInt(8) == 0) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  /** Inputs that are pictures in every wire form, their files and texts damaged or not. */
  private static Map<String, Object> pictures(Random random) {
    Map<String, Object> inputs = new LinkedHashMap<>();
    for (String name : List.of("image", "picture", "p")) {
      List<Object> several = new ArrayList<>();
      for (int i = random.nextInt(3); i >= 0; i--) {
        several.add(picture(random));
      }
      inputs.put(name, random.nextBoolean() ? several : several.get(0));
    }
    return inputs;
  }

  private static Object picture(Random random) {
    String text = Base64.getEncoder().encodeToString(file(random));
    if (random.nextInt(4) == 0) {
      text = new Mutations(random, List.of("=", "data:image/png;base64,")).text(text);
    }
    text = random.nextInt(3) == 0 ? "data:image/png;base64," + text : text;
    return random.nextBoolean() ? text : Map.of("type", "base64", "value", text);
  }

  private static byte[] file(Random random) {
    byte[] bytes = PNG.clone();
    for (int i = random.nextInt(4); i > 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  @Provide
  Arbitrary<Long> numbers() {
    return Fuzz.of(Random::nextLong);
  }
}
