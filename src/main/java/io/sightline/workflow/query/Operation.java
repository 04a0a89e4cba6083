package io.sightline.workflow.query;

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
   * @param scope what the surrounding statement or block has named, and what may still be spent
   * @throws QueryException where the value is of a type that the operation cannot use
   */
  Object apply(Object value, Scope scope);
}
