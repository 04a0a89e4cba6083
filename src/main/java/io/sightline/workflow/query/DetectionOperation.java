package io.sightline.workflow.query;

import io.sightline.vision.Detection;

/** Operations on one detection. */
sealed interface DetectionOperation extends Operation {
  record Property(String place, String name) implements DetectionOperation {
    @Override
    public Object apply(Object value, Scope scope) {
      if (value instanceof Detection detection) {
        return DetectionProperty.read(name, detection, null);
      }
      throw QueryException.input(
          place,
          "While executing extract_detection_property(...) operation in context %s it was expected to"
                  .formatted(place)
              + " get 6-elements tuple representing single element. Got value: %s of type %s "
                  .formatted(Python.brief(value), Python.type(value)));
    }
  }
}
