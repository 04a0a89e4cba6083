package io.sightline.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sightline.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Bodies from their bytes: JSON, bounded in nesting. Safe for use by several threads. */
public final class BodyParser {
  private final JsonMapper reader;
  private final int maxNesting;

  /**
   * @throws io.sightline.settings.SettingsException where a bound is out of bounds
   */
  public BodyParser(Settings settings) {
    this(HttpSettings.of(settings));
  }

  BodyParser(HttpSettings settings) {
    reader = Json.reader(settings);
    maxNesting = settings.bodyNesting();
  }

  /**
   * Strings, numbers, booleans, lists and maps; null for an empty body.
   *
   * @throws HttpException (422) where it is no JSON
   */
  public Object parse(byte[] body) {
    if (body.length == 0) {
      return null;
    }
    try {
      return reader.readValue(body, Object.class);
    } catch (StreamConstraintsException e) {
      throw BodyFaults.noJson(
          offset(e),
          "nested deeper than %d, or a number or a name that is too long".formatted(maxNesting));
    } catch (JsonProcessingException e) {
      throw BodyFaults.noJson(offset(e), e.getOriginalMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long offset(JsonProcessingException e) {
    return e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getByteOffset());
  }
}
