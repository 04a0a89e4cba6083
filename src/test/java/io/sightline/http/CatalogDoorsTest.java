package io.sightline.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CatalogDoorsTest {
  private static final String COUNT = "roboflow_core/property_definition@v1";

  private final Doors doors = new Doors(Map.of());

  @Test
  @DisplayName("H-1: blocks are described with the keys that Roboflow's editor reads")
  void describesBlocks() {
    JsonNode all = Doors.json(doors.get("workflows/blocks/describe"));
    Set<String> keys = new TreeSet<>();
    all.fieldNames().forEachRemaining(keys::add);
    assertEquals(
        Set.of(
            "blocks",
            "declared_kinds",
            "kinds_connections",
            "primitives_connections",
            "universal_query_language_description",
            "dynamic_block_definition_schema"),
        keys);
    JsonNode block = find(all.get("blocks"), "manifest_type_identifier", COUNT);
    assertEquals(
        "[\"PropertyDefinition\",\"PropertyExtraction\"]",
        block.get("manifest_type_identifier_aliases").toString());
    assertEquals("output", block.get("outputs_manifest").get(0).get("name").asText());
    assertEquals(0, block.get("output_dimensionality_offset").asInt());
    JsonNode schema = block.get("block_schema");
    assertEquals("v1", schema.get("version").asText());
    assertTrue(schema.get("required").toString().contains("operations"));
    assertEquals("any_data", schema.get("properties").get("data").get("selected_element").asText());
    assertEquals("*", schema.get("properties").get("data").get("kind").get(0).get("name").asText());
  }

  @Test
  void saysWhichFieldsTakeAKind() {
    JsonNode all = Doors.json(doors.get("workflows/blocks/describe"));
    JsonNode field =
        find(
            all.get("kinds_connections").get("image"),
            "manifest_type_identifier",
            "roboflow_core/label_visualization@v1");
    assertEquals("image", field.get("property_name").asText());
    assertEquals("any_data", field.get("compatible_element").asText());
    assertEquals("false", field.get("is_list_element").toString());
    boolean scale = false;
    for (JsonNode plain : all.get("primitives_connections")) {
      scale |=
          plain.get("property_name").asText().equals("text_scale")
              && plain.get("type_annotation").asText().equals("float");
    }
    assertTrue(scale, "text_scale takes a float");
  }

  @Test
  void describesTheQueryLanguage() {
    JsonNode language =
        Doors.json(doors.get("workflows/blocks/describe"))
            .get("universal_query_language_description");
    assertEquals(36, language.get("operations_description").size());
    assertEquals(19, language.get("operators_descriptions").size());
  }

  @Test
  void everyDeclaredKindHasATypeInJson() {
    JsonNode kinds = Doors.json(doors.get("workflows/blocks/describe")).get("declared_kinds");
    assertEquals(44, kinds.size());
    kinds.forEach(k -> assertTrue(k.get("serialised_data_type").isTextual(), k::toString));
  }

  @Test
  void asksForAVersionThatIsOne() {
    assertEquals(
        200,
        doors.post("workflows/blocks/describe", "{'execution_engine_version': '1.3.0'}").status());
    Reply refused = doors.post("workflows/blocks/describe", "{'execution_engine_version': 'abc'}");
    assertEquals(400, refused.status());
    assertEquals(
        "WorkflowExecutionEngineVersionError", Doors.json(refused).get("error_type").asText());
  }

  @Test
  void givesASchemaOfWholeDocuments() {
    JsonNode schema = Doors.json(doors.get("workflows/definition/schema")).get("schema");
    String reference =
        schema
            .get("properties")
            .get("steps")
            .get("items")
            .get("discriminator")
            .get("mapping")
            .get("PropertyDefinition")
            .asText();
    JsonNode step = schema.at("/$defs/" + reference.substring("#/$defs/".length()));
    assertTrue(step.get("properties").has("operations"), reference);
  }

  @Test
  void tellsTheOutputsOfAStep() {
    Reply reply =
        doors.post(
            "workflows/blocks/dynamic_outputs",
            "{'type': '%s', 'name': 'p', 'data': '$inputs.x', 'operations': []}".formatted(COUNT));
    assertEquals("output", Doors.json(reply).get(0).get("name").asText(), reply::toString);
    assertEquals(400, doors.post("workflows/blocks/dynamic_outputs", "{'type': 'nope'}").status());
  }

  private static JsonNode find(JsonNode list, String key, String value) {
    for (JsonNode element : list) {
      if (element.get(key).asText().equals(value)) {
        return element;
      }
    }
    throw new AssertionError("no " + value);
  }
}
