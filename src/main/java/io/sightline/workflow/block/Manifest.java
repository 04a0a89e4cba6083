package io.sightline.workflow.block;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What there is to know about a block before it runs. Immutable. */
public final class Manifest {
  private final List<String> types;
  private final String title;
  private final String category;
  private final String description;
  private final String remark;
  private final List<Field> fields;
  private final Map<String, Integer> indices = new HashMap<>();
  private final List<OutputField> outputs;
  private final Set<String> batchFields;
  private final Map<String, Integer> inputOffsets;
  private final String referenceField;
  private final int outputOffset;
  private final boolean acceptsEmptyValues;
  private final boolean heavy;
  private final boolean guarded;

  private Manifest(Builder from) {
    types = List.copyOf(from.types);
    title = from.title;
    category = from.category;
    description = from.description;
    remark = from.remark;
    fields = List.copyOf(from.fields);
    outputs = List.copyOf(from.outputs);
    batchFields = Set.copyOf(from.batchFields);
    inputOffsets = Map.copyOf(from.inputOffsets);
    referenceField = from.referenceField;
    outputOffset = from.outputOffset;
    acceptsEmptyValues = from.acceptsEmptyValues;
    heavy = from.heavy;
    guarded = from.guarded;
    for (int i = 0; i < fields.size(); i++) {
      if (indices.put(fields.get(i).name(), i) != null) {
        throw new IllegalArgumentException(type() + " declares " + fields.get(i).name() + " twice");
      }
    }
  }

  /**
   * Starts a manifest.
   *
   * @param type identifier with its version, such as roboflow_core/label_visualization@v1
   * @param aliases older identifiers
   */
  public static Builder of(String type, String... aliases) {
    return new Builder(type, aliases);
  }

  /** The identifier; older ones are in {@link #types()}. */
  public String type() {
    return types.get(0);
  }

  /** The identifier and the older ones. */
  public List<String> types() {
    return types;
  }

  public String title() {
    return title;
  }

  /** The family, such as model or visualization. */
  public String category() {
    return category;
  }

  public String description() {
    return description;
  }

  /** How the block differs from Roboflow's, for people; empty where it does not. */
  public String remark() {
    return remark;
  }

  public List<Field> fields() {
    return fields;
  }

  /** True where there is a field of this name. */
  public boolean has(String field) {
    return indices.containsKey(field);
  }

  /** The place of a field in {@link #fields()}. */
  public int indexOf(String field) {
    Integer index = indices.get(field);
    if (index == null) {
      throw new IllegalArgumentException(type() + " has no field " + field);
    }
    return index;
  }

  /** What every step answers with; see {@link BlockType#outputs}. */
  public List<OutputField> outputs() {
    return outputs;
  }

  /** Where not empty: the only fields that take a value for each image. */
  public Set<String> batchFields() {
    return batchFields;
  }

  /** Fields that take a batch nested deeper than the rest, and by how much. */
  public Map<String, Integer> inputOffsets() {
    return inputOffsets;
  }

  /** The field whose nesting the outputs have; null where all have the same. */
  public String referenceField() {
    return referenceField;
  }

  /** 1 where the outputs are lists for each element, -1 where a list becomes one value, or 0. */
  public int outputOffset() {
    return outputOffset;
  }

  /** True where the block runs although a value is missing. */
  public boolean acceptsEmptyValues() {
    return acceptsEmptyValues;
  }

  /** True where a run takes milliseconds, so that another core is worth its while. */
  public boolean heavy() {
    return heavy;
  }

  /**
   * True where the server's settings decide whether a step may run. Making such a block is cheap
   * and says so, so that a document is checked by it.
   */
  public boolean guarded() {
    return guarded;
  }

  /** The fields and their forms in JSON Schema. */
  public Map<String, Object> schema() {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>(List.of("type", "name"));
    properties.put("type", Map.of("type", "string", "enum", types));
    properties.put("name", Map.of("type", "string"));
    for (Field field : fields) {
      Map<String, Object> property = new LinkedHashMap<>(field.form().schema());
      property.put("description", field.description());
      if (field.required()) {
        required.add(field.name());
      } else {
        property.put("default", field.defaultValue());
      }
      properties.put(field.name(), property);
    }
    return Map.of("title", title, "type", "object", "properties", properties, "required", required);
  }

  /** Gathers a manifest. */
  public static final class Builder {
    private final List<String> types = new ArrayList<>();
    private final List<Field> fields = new ArrayList<>();
    private final List<OutputField> outputs = new ArrayList<>();
    private final Set<String> batchFields = new HashSet<>();
    private final Map<String, Integer> inputOffsets = new HashMap<>();
    private String title = "";
    private String category = "";
    private String description = "";
    private String remark = "";
    private String referenceField;
    private int outputOffset;
    private boolean acceptsEmptyValues;
    private boolean heavy;
    private boolean guarded;

    private Builder(String type, String... aliases) {
      types.add(type);
      types.addAll(List.of(aliases));
    }

    public Builder described(String asTitle, String asCategory, String asDescription) {
      title = asTitle;
      category = asCategory;
      description = asDescription;
      return this;
    }

    /** How the block differs from Roboflow's: a sentence for the documentation. */
    public Builder remark(String difference) {
      remark = difference;
      return this;
    }

    public Builder field(Field field) {
      fields.add(field);
      return this;
    }

    public Builder fields(List<Field> more) {
      fields.addAll(more);
      return this;
    }

    public Builder output(String name, Kind... kinds) {
      outputs.add(OutputField.of(name, kinds));
      return this;
    }

    /** Only these fields take a value for each image. */
    public Builder batch(String... fieldNames) {
      batchFields.addAll(List.of(fieldNames));
      return this;
    }

    /** The field takes a batch nested deeper by {@code offset} than the field {@code reference}. */
    public Builder inputOffset(String field, int offset, String reference) {
      inputOffsets.put(field, offset);
      referenceField = reference;
      return this;
    }

    public Builder outputOffset(int offset) {
      outputOffset = offset;
      return this;
    }

    public Builder acceptsEmptyValues() {
      acceptsEmptyValues = true;
      return this;
    }

    public Builder heavy() {
      heavy = true;
      return this;
    }

    /** The server's settings decide whether a step may run; see {@link Manifest#guarded}. */
    public Builder guarded() {
      guarded = true;
      return this;
    }

    public Manifest build() {
      return new Manifest(this);
    }
  }
}
