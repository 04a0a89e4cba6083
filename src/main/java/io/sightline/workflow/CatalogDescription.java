package io.sightline.workflow;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sightline.workflow.block.BlockCatalog;
import io.sightline.workflow.block.BlockType;
import io.sightline.workflow.block.OutputField;
import io.sightline.workflow.definition.DefinitionException;
import io.sightline.workflow.definition.DynamicBlocks;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The blocks that documents can name, in the form in which Roboflow's server tells its editor of
 * them. All answers are maps and lists for JSON, made anew each time.
 */
public final class CatalogDescription {
  private static final String QUERY_LANGUAGE = "query-language.json";

  private final BlockCatalog catalog;

  CatalogDescription(BlockCatalog catalog) {
    this.catalog = catalog;
  }

  /** Blocks, kinds, what takes which kind, and the operations of the query language. */
  public Map<String, Object> description() {
    return description(catalog.types());
  }

  /** The same for a version of the engine that is not here: no blocks. */
  public Map<String, Object> emptyDescription() {
    return description(List.of());
  }

  private static Map<String, Object> description(List<BlockType> types) {
    List<Object> blocks = new ArrayList<>();
    Connections connections = new Connections();
    for (BlockType type : types) {
      Map<String, Object> schema = BlockSchema.of(type.manifest());
      blocks.add(block(type, schema));
      connections.add(type.manifest().type(), schema);
    }
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("blocks", blocks);
    all.put("declared_kinds", KindDescriptions.all());
    all.put("kinds_connections", connections.kinds());
    all.put("primitives_connections", connections.primitives());
    all.put("universal_query_language_description", queryLanguage());
    all.put("dynamic_block_definition_schema", Map.of());
    return all;
  }

  private static Map<String, Object> block(BlockType type, Map<String, Object> schema) {
    List<String> names = type.manifest().types();
    Map<String, Object> block = new LinkedHashMap<>();
    block.put("block_schema", schema);
    List<OutputField> outputs = new ArrayList<>(type.manifest().outputs());
    if (type.outputsDepend()) {
      outputs.add(OutputField.of("*"));
    }
    block.put("outputs_manifest", outputs(outputs));
    block.put("block_source", "sightline");
    block.put("fully_qualified_block_class_name", type.getClass().getName().replace('$', '.'));
    block.put("human_friendly_block_name", type.manifest().title());
    block.put("manifest_type_identifier", names.get(0));
    block.put("manifest_type_identifier_aliases", names.subList(1, names.size()));
    block.put("execution_engine_compatibility", ">=1.0.0,<2.0.0");
    block.put("restrictions", List.of());
    block.put("input_dimensionality_offsets", type.manifest().inputOffsets());
    block.put("dimensionality_reference_property", type.manifest().referenceField());
    block.put("output_dimensionality_offset", type.manifest().outputOffset());
    return block;
  }

  static List<Object> outputs(List<OutputField> fields) {
    List<Object> outputs = new ArrayList<>();
    for (OutputField field : fields) {
      Map<String, Object> output = new LinkedHashMap<>();
      output.put("name", field.name());
      output.put("kind", field.kinds().stream().map(k -> KindDescriptions.form(k.name())).toList());
      outputs.add(output);
    }
    return outputs;
  }

  /** JSON Schema of a whole document, its steps those of the blocks here. */
  public Map<String, Object> schema() {
    Map<String, Object> definitions = DocumentSchema.parts();
    List<Object> steps = new ArrayList<>();
    Map<String, Object> mapping = new LinkedHashMap<>();
    for (BlockType type : catalog.types()) {
      String name = type.manifest().type().replace('/', '.');
      Map<String, Object> reference = Map.of("$ref", "#/$defs/" + name);
      definitions.put(name, BlockSchema.of(type.manifest()));
      steps.add(reference);
      type.manifest().types().forEach(t -> mapping.put(t, reference.get("$ref")));
    }
    return Map.of("schema", DocumentSchema.of(definitions, steps, mapping));
  }

  /**
   * Whether blocks run with a version of the engine.
   *
   * @param version such as 1.3.0; null for any
   * @throws WorkflowException (WorkflowExecutionEngineVersionError) where it is no version
   */
  public boolean runsWith(String version) {
    if (version == null) {
      return true;
    }
    if (!version.strip().matches("v?\\d{1,9}(\\.\\d{1,9}){0,4}[A-Za-z0-9.+-]{0,40}")) {
      String shown = version.length() > 64 ? version.substring(0, 64) : version;
      throw new WorkflowException(
          "WorkflowExecutionEngineVersionError",
          "Could not parse execution engine version `%s` while workflow blocks loading"
              .formatted(shown),
          "blocks_loading",
          List.of(),
          new IllegalArgumentException("Invalid version: '%s'".formatted(shown)));
    }
    return version.strip().matches("v?1(\\D.*)?");
  }

  /**
   * Refuses blocks that are defined in Python.
   *
   * @throws WorkflowException (DynamicBlockError) where there are any
   */
  public void refuseDynamic(List<?> definitions) {
    try {
      DynamicBlocks.refuse(Map.of("dynamic_blocks_definitions", definitions));
    } catch (DefinitionException e) {
      throw Problems.of(e);
    }
  }

  private static Object queryLanguage() {
    try (InputStream in = CatalogDescription.class.getResourceAsStream(QUERY_LANGUAGE)) {
      return new JsonMapper().readValue(in, Object.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
