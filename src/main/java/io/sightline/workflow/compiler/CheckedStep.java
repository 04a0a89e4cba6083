package io.sightline.workflow.compiler;

import io.sightline.workflow.block.BlockType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.OutputField;
import io.sightline.workflow.block.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * A step whose fields its manifest accepts.
 *
 * @param typeName the block's type as the document writes it
 * @param fields values, defaults filled in
 */
record CheckedStep(
    int index,
    String name,
    String typeName,
    BlockType type,
    Map<String, Object> fields,
    List<OutputField> outputs) {

  Manifest manifest() {
    return type.manifest();
  }

  String selector() {
    return "$steps." + name;
  }

  /** Visits every reference with the field that holds it, at its top level or inside. */
  void references(BiConsumer<Field, Reference> visitor) {
    for (Field field : manifest().fields()) {
      for (Reference reference : references(field)) {
        visitor.accept(field, reference);
      }
    }
  }

  /** The references in one field. */
  List<Reference> references(Field field) {
    List<Reference> found = new ArrayList<>();
    collect(fields.get(field.name()), found);
    return found;
  }

  private static void collect(Object value, List<Reference> found) {
    if (value instanceof Reference reference) {
      found.add(reference);
    } else if (value instanceof List<?> list) {
      list.forEach(v -> collect(v, found));
    } else if (value instanceof Map<?, ?> map) {
      map.values().forEach(v -> collect(v, found));
    }
  }
}
