package io.sightline.workflow;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * JSON Schema of values as clients send and get them, for the kinds that have a form of their own.
 */
final class KindSchemas {
  private static final String RESOURCE = "kind-schemas.json";
  private static final Map<?, ?> ALL = read();

  private KindSchemas() {}

  /** Kind to schema, or to the list of schemas of which one fits; others are left out. */
  static Map<String, Object> of(Collection<String> kinds) {
    Map<String, Object> schemas = new LinkedHashMap<>();
    for (String kind : kinds) {
      if (ALL.containsKey(kind)) {
        schemas.put(kind, ALL.get(kind));
      }
    }
    return schemas;
  }

  private static Map<?, ?> read() {
    try (InputStream in = KindSchemas.class.getResourceAsStream(RESOURCE)) {
      return new JsonMapper().readValue(in, Map.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
