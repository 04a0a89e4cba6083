package io.sightline.workflow.query;

import java.util.Map;

/** One step of a chain: a value in, a value out. */
public sealed interface Operation
    permits TextOperation,
        LookupOperation,
        NumberOperation,
        SequenceOperation,
        DetectionsOperation,
        DetectionOperation,
        ClassificationOperation,
        ImageOperation,
        DictionaryOperation {
  /**
   * @param value string, number, boolean, list, map, detections, one detection, picture, time or
   *     null
   * @param names values that the surrounding statement or block has named
   * @throws QueryException where the value is of a type that the operation cannot use
   */
  Object apply(Object value, Map<String, Object> names);
}
