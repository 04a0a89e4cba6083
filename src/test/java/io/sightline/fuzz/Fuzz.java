package io.sightline.fuzz;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * What properties draw from. The normal build tries the same few hundred inputs each time; {@code
 * -Dsightline.fuzz.tries} raises their number and {@code -Dsightline.fuzz.seed} takes others.
 */
public final class Fuzz {
  /** Seed of every property. */
  public static final String SEED = "20261";

  private static final long SHIFT = Long.getLong("sightline.fuzz.seed", 0);
  private static final Path CASES = Path.of("src/test/resources/io/sightline/workflow/cases");

  private Fuzz() {}

  /** Whatever {@code make} makes of a source of chance. */
  public static <T> Arbitrary<T> of(Function<Random, T> make) {
    return Arbitraries.randomValue(random -> make.apply(new Random(random.nextLong() ^ SHIFT)));
  }

  /** The requests of the recorded cases: endpoint, specification, inputs. */
  public static List<Map<?, ?>> cases() {
    List<Map<?, ?>> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(CASES)) {
      for (Path file : files.sorted().toList()) {
        all.add(new JsonMapper().readValue(file.toFile(), Map.class));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  /** The workflow documents among them. */
  public static List<Object> documents() {
    return cases().stream()
        .map(c -> (Map<?, ?>) c.get("request"))
        .map(r -> r.containsKey("specification") ? (Object) r.get("specification") : r)
        .toList();
  }

  /** What steps of documents give their fields, by the field. */
  public static Map<String, List<Object>> fields(List<Object> documents) {
    Map<String, List<Object>> given = new HashMap<>();
    for (Object document : documents) {
      if (((Map<?, ?>) document).get("steps") instanceof List<?> steps) {
        for (Object step : steps) {
          if (step instanceof Map<?, ?> fields) {
            fields.forEach(
                (name, value) ->
                    given.computeIfAbsent(name.toString(), n -> new ArrayList<>()).add(value));
          }
        }
      }
    }
    return given;
  }

  /** Every key and text in a document, once. */
  public static List<String> words(Object document) {
    List<String> words = new ArrayList<>();
    gather(document, words);
    return words.stream().filter(w -> w.length() < 200).distinct().toList();
  }

  private static void gather(Object value, List<String> words) {
    if (value instanceof String s) {
      words.add(s);
    } else if (value instanceof List<?> list) {
      list.forEach(element -> gather(element, words));
    } else if (value instanceof Map<?, ?> map) {
      map.forEach(
          (key, element) -> {
            words.add(key.toString());
            gather(element, words);
          });
    }
  }

  /** A value as JSON, with the oddities that clients' JSON has. */
  public static String json(Object value, Random random) {
    return Json.write(value, random);
  }
}
