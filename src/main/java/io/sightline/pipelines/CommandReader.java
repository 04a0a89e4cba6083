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
  private final BodyParser parser;
  private final ApiKeys keys;

  CommandReader(BodyParser parser, ApiKeys keys) {
    this.parser = parser;
    this.keys = keys;
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
                () -> invalid("ValueError", "'%s' is not a valid CommandType".formatted(word)));
    RequestBody payload = RequestBody.of(new Call("POST", List.of(), fields, true, false));
    if (!type.ofPipeline()) {
      if (type != CommandType.LIST_PIPELINES) {
        authorise(fields.get("api_key"));
      }
      return new Command(type, null, payload);
    }
    if (!fields.containsKey("pipeline_id")) {
      throw invalid("KeyError", "'pipeline_id'");
    }
    return new Command(type, String.valueOf(fields.get("pipeline_id")), payload);
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

  /** Only who opens pipelines is asked: that is where the reference's client sends its key. */
  private void authorise(Object key) {
    try {
      keys.check(key instanceof String text ? text : null);
    } catch (HttpException e) {
      throw new CommandFailure(
          CommandFailure.Type.AUTHORISATION_ERROR,
          "RoboflowAPINotAuthorizedError",
          e.getMessage(),
          "Invalid API key used or API key is missing.");
    }
  }

  private static CommandFailure invalid(String errorClass, String message) {
    return new CommandFailure(CommandFailure.Type.INVALID_PAYLOAD, errorClass, message, message);
  }
}
