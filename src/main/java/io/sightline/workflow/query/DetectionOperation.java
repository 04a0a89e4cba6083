package io.sightline.workflow.query;

import io.sightline.vision.Detection;

/** Operations on one detection. */
sealed interface DetectionOperation extends Operation {
  /** Roboflow's engine never finds the track of a single detection, and documents rely on that. */
  record Property(String place, String name) implements DetectionOperation {
    @Override
    public Object apply(Object value, Scope scope) {
      if (value instanceof Detection detection) {
        return name.equals("tracker_id")
            ? null
            : DetectionProperty.read(name, detection, scope.around());
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
