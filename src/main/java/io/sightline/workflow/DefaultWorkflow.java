package io.sightline.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The workflow of clients that bring none. */
final class DefaultWorkflow {
  /** Its identifier among the stored workflows. */
  static final String ID = "default-workflow";

  private static final String PATH = "samples/" + ID + ".json";

  private DefaultWorkflow() {}

  /** The document, its model replaced by {@code modelId}. */
  static String definition(String modelId) {
    try (InputStream in = DefaultWorkflow.class.getResourceAsStream(PATH)) {
      JsonMapper json = new JsonMapper();
      JsonNode document = json.readTree(in);
      for (JsonNode step : document.path("steps")) {
        if (step.has("model_id") && !modelId.isEmpty()) {
          ((ObjectNode) step).put("model_id", modelId);
        }
      }
      return json.writerWithDefaultPrettyPrinter().writeValueAsString(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
