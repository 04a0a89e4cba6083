package io.sightline.pipelines;

import io.sightline.http.ApiKeys;
import io.sightline.http.BodyParser;
import io.sightline.http.Call;
import io.sightline.http.HttpException;
import io.sightline.http.RequestBody;
import java.util.List;
import java.util.Map;

/** Commands from the bytes of a message, with the errors that the reference's server names. */
final class CommandReader {
  private static final int ID_MAX = 256;

  private final BodyParser parser;
  private final ApiKeys keys;
  private final boolean everyKeyed;

  /**
   * @param everyKeyed whether every command is asked for a key where keys are listed; else only
   *     those that open a pipeline
   */
  CommandReader(BodyParser parser, ApiKeys keys, boolean everyKeyed) {
    this.parser = parser;
    this.keys = keys;
    this.everyKeyed = everyKeyed;
  }

  /**
   * @throws CommandFailure where it is no command
   */
  Command read(byte[] message) {
    Map<?, ?> fields = fields(message);
    if (!fields.containsKey("type")) {
      throw invalid("KeyError", "'type'");
    }
    Object word = fields.get("type");
    CommandType type =
        CommandType.named(word)
            .orElseThrow(
                () ->
                    invalid(
                        "ValueError", "'%s' is not a valid CommandType".formatted(shown(word))));
    if (everyKeyed || type.opens()) {
      authorise(fields.get("api_key"));
    }
    RequestBody payload = RequestBody.of(new Call("POST", List.of(), fields, true, false));
    if (!type.ofPipeline()) {
      return new Command(type, null, payload);
    }
    if (!fields.containsKey("pipeline_id")) {
      throw invalid("KeyError", "'pipeline_id'");
    }
    return new Command(type, shown(fields.get("pipeline_id")), payload);
  }

  private Map<?, ?> fields(byte[] message) {
    try {
      if (parser.parse(message) instanceof Map<?, ?> fields) {
        return fields;
      }
    } catch (HttpException e) {
      throw invalid("MalformedPayloadError", "Received payload that is not in a JSON format");
    }
    throw invalid("ValueError", "a command is a JSON object");
  }

  /** The key stands where the reference's client has it, who sends one when it opens a pipeline. */
  private void authorise(Object key) {
    String text = key instanceof String given && !given.isEmpty() ? given : null;
    try {
      keys.check(text);
    } catch (HttpException e) {
      throw new CommandFailure(
          CommandFailure.Type.AUTHORISATION_ERROR,
          text == null ? "MissingApiKeyError" : "RoboflowAPINotAuthorizedError",
          text == null ? "a key is required: the command's 'api_key'" : e.getMessage(),
          "Invalid API key used or API key is missing.");
    }
  }

  /** Is repeated in the answer: no id is that long. */
  private static String shown(Object id) {
    String text = String.valueOf(id);
    return text.length() > ID_MAX ? text.substring(0, ID_MAX) : text;
  }

  private static CommandFailure invalid(String errorClass, String message) {
    return new CommandFailure(CommandFailure.Type.INVALID_PAYLOAD, errorClass, message, message);
  }
}
