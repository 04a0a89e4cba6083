package io.sightline.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sightline.json.ParserMessage;
import io.sightline.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Bodies from their bytes: JSON, bounded in nesting. Safe for use by several threads. */
public final class BodyParser {
  private final JsonMapper reader;
  private final int maxNesting;
  private final int maxParts;
  private final int maxBytes;

  /**
   * @throws io.sightline.settings.SettingsException where a bound is out of bounds
   */
  public BodyParser(Settings settings) {
    this(HttpSettings.of(settings));
  }

  BodyParser(HttpSettings settings) {
    reader = Json.reader(settings);
    maxNesting = settings.bodyNesting();
    maxParts = settings.parts();
    maxBytes = settings.bodyBytes();
  }

  /**
   * A request with its body, JSON or a form.
   *
   * @param contentType header of that name; null where there is none
   * @throws HttpException (400, 422) where the body is neither
   */
  Call call(Call head, String contentType, byte[] sent) {
    byte[] body = CompressedBody.unpacked(sent, maxBytes);
    if (body.length == 0 || !BodyType.isForm(contentType)) {
      return head.with(parse(body), body.length > 0, Attachments.NONE);
    }
    FormBody form = FormBody.of(MultipartReader.parts(body, contentType, maxParts), reader);
    return head.with(form.fields(), true, form.attachments());
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
      throw BodyFaults.noJson(offset(e), reason(e));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The parser's words, but where the reference has its own. */
  static String reason(JsonProcessingException e) {
    return e.getOriginalMessage().startsWith("Trailing token") ? "Extra data" : ParserMessage.of(e);
  }

  private static long offset(JsonProcessingException e) {
    return e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getByteOffset());
  }
}
