package io.sightline.workflow.query;

import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Gives classes other names and numbers.
 *
 * @param classMap old name to new name, or the name of a value that is such a map
 * @param strict true where every class must be in the map, or the name of a value that says so
 * @param firstNewId number of the first class that was not there before
 */
record RenameClasses(Object classMap, Object strict, int firstNewId)
    implements DetectionsOperation {
  @Override
  public Object apply(Object value, Scope scope) {
    Detections detections = DetectionsOperation.detections(value, "rename_detections", null);
    Object names = named(classMap, scope, "class mapping");
    if (!(names instanceof Map<?, ?> map)) {
      throw wrong("class map", names);
    }
    Object flag = named(strict, scope, "parameter for `strict` flag");
    if (!(flag instanceof Boolean all)) {
      throw wrong("`strict` flag", flag);
    }
    Map<String, Integer> ids = all ? strictIds(detections, map) : looseIds(detections, map);
    List<Detection> renamed = new ArrayList<>(detections.size());
    for (Detection d : detections) {
      String name = map.containsKey(d.className()) ? newName(map, d.className()) : d.className();
      renamed.add(
          new Detection(
              d.box(),
              d.confidence(),
              ids.get(name),
              name,
              d.id(),
              d.trackerId(),
              d.parent(),
              d.root(),
              d.attributes()));
    }
    return detections.with(renamed);
  }

  private static QueryException wrong(String what, Object value) {
    return QueryException.input(
        null,
        "Executing rename_detections(...), expected dictionary to be given as %s, got %s of type %s"
            .formatted(what, Python.brief(value), Python.type(value)));
  }

  private static Object named(Object given, Scope scope, String what) {
    if (!(given instanceof String name)) {
      return given;
    }
    if (!scope.names().containsKey(name)) {
      throw QueryException.undeclared(
          null,
          "Attempted to retrieve variable `%s` that was expected to hold %s of rename_detections(...),"
                  .formatted(name, what)
              + " but that turned out not to be registered.");
    }
    return scope.names().get(name);
  }

  private static String newName(Map<?, ?> map, Object old) {
    return String.valueOf(map.get(old));
  }

  /** Numbers in the alphabetical order of the new names. */
  private static Map<String, Integer> strictIds(Detections detections, Map<?, ?> map) {
    for (Detection d : detections) {
      if (!map.containsKey(d.className())) {
        throw QueryException.operation(
            null, "Class '%s' not found in class_map.".formatted(d.className()));
      }
    }
    Map<String, Integer> ids = new HashMap<>();
    for (String name : new TreeSet<>(map.values().stream().map(String::valueOf).toList())) {
      ids.put(name, ids.size());
    }
    return ids;
  }

  /** The numbers that there were, then new ones in alphabetical order. */
  private Map<String, Integer> looseIds(Detections detections, Map<?, ?> map) {
    Map<String, Integer> ids = new HashMap<>();
    detections.forEach(d -> ids.put(d.className(), d.classId()));
    int next = firstNewId;
    for (String name : new TreeSet<>(map.values().stream().map(String::valueOf).toList())) {
      if (ids.putIfAbsent(name, next) == null) {
        next++;
      }
    }
    return ids;
  }
}
