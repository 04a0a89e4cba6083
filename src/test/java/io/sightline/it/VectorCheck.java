package io.sightline.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares an answer with a recorded one: numbers with a tolerance, placeholders such as {@code
 * <<uuid:1>>}, pictures by their pixels, outlines by their overlap. What differs is collected.
 */
final class VectorCheck {
  private static final Pattern PLACEHOLDER =
      Pattern.compile("<<(uuid:\\d+|uuid|timestamp|image|any|traceback|truncated)>>");
  private static final String TIMESTAMP =
      "\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?(?:[+-]\\d\\d:\\d\\d|Z)?";

  private final double tolerance;
  private final boolean renamedTrackers;
  private final Set<String> unordered = new HashSet<>();
  private final Map<String, JsonNode> pictures = new HashMap<>();
  private final Map<String, Double> outlines = new HashMap<>();
  private final Set<String> tables = new HashSet<>();
  private final Map<String, String> ids = new HashMap<>();
  private final Map<String, Integer> trackers = new HashMap<>();
  private final List<String> problems = new ArrayList<>();

  VectorCheck(JsonNode vector) {
    JsonNode compare = vector.path("compare");
    tolerance = compare.path("tolerance").asDouble();
    renamedTrackers = compare.path("tracker_ids").asText().equals("up_to_renaming");
    compare.path("unordered").forEach(p -> unordered.add(p.asText()));
    compare.path("csv").forEach(p -> tables.add(p.get("path").asText()));
    compare
        .path("polygons")
        .forEach(p -> outlines.put(p.get("path").asText(), p.get("min_iou").asDouble()));
    vector.path("expected_image_probes").forEach(p -> pictures.put(p.get("path").asText(), p));
  }

  private VectorCheck(VectorCheck other) {
    tolerance = other.tolerance;
    renamedTrackers = other.renamedTrackers;
    unordered.addAll(other.unordered);
    pictures.putAll(other.pictures);
    outlines.putAll(other.outlines);
    tables.addAll(other.tables);
    ids.putAll(other.ids);
    trackers.putAll(other.trackers);
  }

  List<String> problems() {
    return problems;
  }

  void compare(JsonNode expected, JsonNode actual, String path) {
    if (tables.contains(path)) {
      compareTables(expected.asText(), actual.asText(), path);
    } else if (expected.isTextual() && PLACEHOLDER.matcher(expected.asText()).find()) {
      comparePattern(expected.asText(), actual, path);
    } else if (outlines.containsKey(path)) {
      double overlap = Outlines.overlap(expected, actual);
      if (overlap < outlines.get(path)) {
        problem(path, "outlines overlap by " + overlap);
      }
    } else if (expected.isNumber()) {
      compareNumbers(expected, actual, path);
    } else if (expected.isArray()) {
      compareLists(expected, actual, path);
    } else if (expected.isObject()) {
      compareObjects(expected, actual, path);
    } else if (!expected.equals(actual)) {
      problem(path, "expected " + expected + ", got " + brief(actual));
    }
  }

  private void compareNumbers(JsonNode expected, JsonNode actual, String path) {
    if (!actual.isNumber()) {
      problem(path, "expected " + expected + ", got " + brief(actual));
      return;
    }
    if (renamedTrackers && path.endsWith(".tracker_id")) {
      int there = trackers.computeIfAbsent("e" + expected, k -> actual.asInt());
      int back = trackers.computeIfAbsent("a" + actual, k -> expected.asInt());
      if (there != actual.asInt() || back != expected.asInt()) {
        problem(path, "tracker " + actual + " for " + expected + " is not the same everywhere");
      }
      return;
    }
    double bound = Math.max(tolerance, 1e-6 * Math.abs(expected.asDouble()));
    if (!(Math.abs(expected.asDouble() - actual.asDouble()) <= bound)) {
      problem(path, "expected " + expected + ", got " + actual);
    }
  }

  private void compareLists(JsonNode expected, JsonNode actual, String path) {
    if (!actual.isArray() || actual.size() != expected.size()) {
      problem(path, "expected %d elements, got %s".formatted(expected.size(), brief(actual)));
      return;
    }
    List<JsonNode> left = new ArrayList<>();
    actual.forEach(left::add);
    for (int i = 0; i < expected.size(); i++) {
      JsonNode partner = left.get(0);
      if (unordered.contains(path)) {
        JsonNode wanted = expected.get(i);
        partner =
            left.stream()
                .filter(candidate -> fits(wanted, candidate, path + "[0]"))
                .findFirst()
                .orElse(partner);
      }
      left.remove(partner);
      compare(expected.get(i), partner, path + "[" + i + "]");
    }
  }

  private boolean fits(JsonNode expected, JsonNode actual, String path) {
    VectorCheck trial = new VectorCheck(this);
    trial.compare(expected, actual, path);
    return trial.problems.isEmpty();
  }

  private void compareObjects(JsonNode expected, JsonNode actual, String path) {
    if (!actual.isObject()) {
      problem(path, "expected an object, got " + brief(actual));
      return;
    }
    expected
        .properties()
        .forEach(
            e -> {
              String inner = inner(path, e.getKey());
              if (actual.has(e.getKey())) {
                compare(e.getValue(), actual.get(e.getKey()), inner);
              } else {
                problem(inner, "is missing");
              }
            });
    actual.fieldNames().forEachRemaining(key -> unexpected(expected, key, path));
  }

  private void unexpected(JsonNode expected, String key, String path) {
    if (!expected.has(key)) {
      problem(inner(path, key), "is not expected");
    }
  }

  private static String inner(String path, String key) {
    return key.matches("[A-Za-z_][A-Za-z0-9_]*") ? path + "." + key : path + "['" + key + "']";
  }

  private void comparePattern(String expected, JsonNode actual, String path) {
    if (expected.equals("<<any>>")) {
      return;
    }
    if (expected.equals("<<image>>") && pictures.containsKey(path)) {
      String problem = PictureProbes.problem(pictures.get(path), actual.asText());
      if (problem != null) {
        problem(path, problem);
      }
      return;
    }
    StringBuilder regex = new StringBuilder();
    List<String> names = new ArrayList<>();
    Matcher placeholders = PLACEHOLDER.matcher(expected);
    int at = 0;
    while (placeholders.find()) {
      regex.append(Pattern.quote(expected.substring(at, placeholders.start())));
      at = placeholders.end();
      if (placeholders.group(1).startsWith("uuid:")) {
        regex.append("(.+?)");
        names.add(placeholders.group(1));
      } else {
        regex.append(placeholders.group(1).equals("timestamp") ? TIMESTAMP : ".*?");
      }
    }
    regex.append(Pattern.quote(expected.substring(at)));
    Matcher matcher = Pattern.compile(regex.toString(), Pattern.DOTALL).matcher(actual.asText());
    if (!actual.isTextual() || !matcher.matches()) {
      problem(path, "expected " + expected + ", got " + brief(actual));
      return;
    }
    for (int i = 0; i < names.size(); i++) {
      String id = matcher.group(i + 1);
      if (!ids.computeIfAbsent(names.get(i), k -> id).equals(id)) {
        problem(path, names.get(i) + " is not the same everywhere");
      }
    }
  }

  private void compareTables(String expected, String actual, String path) {
    List<Map<String, String>> wanted = Tables.rows(expected);
    List<Map<String, String>> got = Tables.rows(actual);
    if (wanted.size() != got.size()) {
      problem(path, "%d rows instead of %d".formatted(got.size(), wanted.size()));
      return;
    }
    for (int i = 0; i < wanted.size(); i++) {
      compareObjects(Tables.node(wanted.get(i)), Tables.node(got.get(i)), path + "#" + i);
    }
  }

  private void problem(String path, String what) {
    problems.add(path + ": " + what);
  }

  private static String brief(JsonNode node) {
    String text = String.valueOf(node);
    return text.length() > 200 ? text.substring(0, 200) + "..." : text;
  }
}
