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
  @DisplayName("H-1: a version of the engine that is not here has no blocks, blocks in Python none")
  void describesNoBlocksThatDoNotRunHere() {
    JsonNode other =
        Doors.json(
            doors.post("workflows/blocks/describe", "{'execution_engine_version': '0.9.0'}"));
    assertEquals(0, other.get("blocks").size());
    assertEquals(44, other.get("declared_kinds").size());
    Reply python =
        doors.post("workflows/blocks/describe", "{'dynamic_blocks_definitions': [{'type': 'x'}]}");
    assertEquals(400, python.status());
    assertEquals("DynamicBlockError", Doors.json(python).get("error_type").asText());
    assertEquals(
        200,
        doors.post("workflows/blocks/describe", "{'dynamic_blocks_definitions': []}").status());
    assertEquals(
        422, doors.post("workflows/blocks/describe", "{'dynamic_blocks_definitions': 5}").status());
  }

  @Test
  void givesEveryFieldATitleAndADescription() {
    JsonNode all = Doors.json(doors.get("workflows/blocks/describe"));
    for (JsonNode block : all.get("blocks")) {
      JsonNode properties = block.at("/block_schema/properties");
      assertEquals("Step Name", properties.at("/name/title").asText());
      for (java.util.Map.Entry<String, JsonNode> property : properties.properties()) {
        if (!property.getKey().equals("type")) {
          String place = block.get("manifest_type_identifier") + " " + property;
          assertTrue(property.getValue().path("title").asText().length() > 0, place);
          assertTrue(property.getValue().path("description").asText().length() > 0, place);
        }
      }
    }
    JsonNode field =
        find(all.get("blocks"), "manifest_type_identifier", "roboflow_core/dynamic_crop@v1")
            .at("/block_schema/properties/predictions");
    assertEquals("Predictions", field.get("title").asText());
    assertEquals("[\"$steps.model.predictions\"]", field.get("examples").toString());
  }

  @Test
  @DisplayName("H-1: what may point to inputs only is said to")
  void saysWhatPointsToInputsOnly() {
    JsonNode all = Doors.json(doors.get("workflows/blocks/describe"));
    JsonNode image =
        find(all.get("blocks"), "manifest_type_identifier", "roboflow_core/byte_tracker@v2")
            .at("/block_schema/properties/image");
    assertEquals("workflow_image", image.get("selected_element").asText());
    assertEquals("true", image.get("selector_points_to_batch").toString());
    boolean connected = false;
    for (JsonNode field : all.get("kinds_connections").get("image")) {
      if (field.get("manifest_type_identifier").asText().equals("roboflow_core/byte_tracker@v2")) {
        connected = field.get("compatible_element").asText().equals("workflow_image");
      }
    }
    assertTrue(connected, "byte_tracker takes pictures of inputs");
  }

  @Test
  void saysWhichBlocksHaveOtherOutputsByWhatTheyAreTold() {
    JsonNode blocks = Doors.json(doors.get("workflows/blocks/describe")).get("blocks");
    JsonNode outputs =
        find(blocks, "manifest_type_identifier", "roboflow_core/json_parser@v1")
            .get("outputs_manifest");
    assertEquals("*", outputs.get(1).get("name").asText());
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
