package io.sightline.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** JSON readers and writers; buffers are pooled here, not on the threads of the server. */
final class Json {
  /** Writes what the application itself has made. */
  static final JsonMapper MAPPER = mapper(StreamReadConstraints.defaults());

  private Json() {}

  /** Reads what strangers send: not-a-number and infinity, too, as Python's reader does. */
  static JsonMapper reader(HttpSettings settings) {
    return mapper(
        StreamReadConstraints.builder()
            .maxStringLength(settings.bodyBytes())
            .maxNestingDepth(settings.bodyNesting())
            .maxNameLength(10_000)
            .build());
  }

  /** A value as text. */
  static String text(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonMapper mapper(StreamReadConstraints constraints) {
    JsonFactory factory =
        JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .recyclerPool(JsonRecyclerPools.newBoundedPool(16))
            .streamReadConstraints(constraints)
            .build();
    return JsonMapper.builder(factory)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .build();
  }
}
