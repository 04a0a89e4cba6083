package io.sightline.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sightline.workflow.compiler.ExecutionGraph;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/**
 * A stored workflow as it was read: its definition and what is told about it, or why it is none.
 *
 * @param definition JSON text; null where {@code problem} says why
 */
record StoredFile(StoredWorkflow description, String definition, WorkflowException problem) {
  private static final JsonMapper JSON = new JsonMapper();

  /**
   * Checks a file's text: a definition, or an object with one as {@code specification}.
   *
   * @param name of the file, for errors
   * @param compiler throws a {@link WorkflowException} where the definition is wrong
   */
  static StoredFile of(
      String id,
      boolean sample,
      String name,
      String text,
      Function<String, ExecutionGraph> compiler) {
    try {
      String definition = text;
      String title = id;
      JsonNode document = parsed(text);
      if (document != null && document.isObject()) {
        title = title(document, id);
        if (document.path("specification").isObject()) {
          definition = document.get("specification").toString();
        }
      }
      ExecutionGraph graph = compiler.apply(definition);
      StoredWorkflow description =
          new StoredWorkflow(
              id,
              sample,
              title,
              WorkflowInterface.inputs(graph),
              WorkflowInterface.outputs(graph),
              null);
      return new StoredFile(description, definition, null);
    } catch (WorkflowException e) {
      return wrong(id, sample, name, e);
    }
  }

  /** A file that cannot be used. */
  static StoredFile wrong(String id, boolean sample, String name, WorkflowException why) {
    String message = "stored workflow '%s': %s".formatted(name, reason(why));
    WorkflowException named =
        new WorkflowException(
            why.errorType(), message, why.context(), why.blockErrors(), why.getCause());
    return new StoredFile(
        new StoredWorkflow(id, sample, id, List.of(), List.of(), message), null, named);
  }

  /** This one, or where it is wrong, what was there before, with the reason in its description. */
  StoredFile orBefore(StoredFile before) {
    if (problem == null || before.definition == null) {
      return this;
    }
    StoredWorkflow old = before.description;
    String error = description.error() + "; what was there before runs on";
    return new StoredFile(
        new StoredWorkflow(old.id(), old.sample(), old.title(), old.inputs(), old.outputs(), error),
        before.definition,
        null);
  }

  private static String reason(WorkflowException why) {
    return why.blockErrors().isEmpty()
        ? why.getMessage()
        : why.getMessage() + " " + why.blockErrors().get(0);
  }

  /** Null where it is no JSON, which the compiler then says with its place. */
  private static JsonNode parsed(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      return null;
    }
  }

  private static String title(JsonNode document, String otherwise) {
    for (String key : List.of("title", "name")) {
      String text = document.path(key).asText().strip();
      if (!text.isEmpty()) {
        return text.length() > 200 ? text.substring(0, 200) : text;
      }
    }
    return otherwise;
  }
}
