package io.sightline.workflow.blocks.formatters;

import io.sightline.workflow.query.PythonValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Answers of which wrong entries are left out; coordinates are thousandths of the picture. */
final class LenientDialects {
  private static final double SCALE = 1000;
  private static final List<String> CORNERS = List.of("x_min", "y_min", "x_max", "y_max");
  private static final String[] QWEN_LABELS = {"label", "description", "class_name", "class"};

  private LenientDialects() {}

  /** Qwen's: a box as a list. */
  static void qwen(Object answer, DetectionAnswers found) {
    Object entries = answer instanceof Map<?, ?> map ? map.get("detections") : answer;
    if (!(entries instanceof List<?> list)) {
      throw new AnswerException("an answer is a list or an object with detections");
    }
    for (Object element : list) {
      if (element instanceof Map<?, ?> map) {
        List<?> box = qwenBox(map);
        if (box != null) {
          add(box, new AnswerEntry(map).label(QWEN_LABELS), found);
        }
      }
    }
  }

  private static List<?> qwenBox(Map<?, ?> entry) {
    for (String key : List.of("box_2d", "bbox_2d")) {
      if (entry.get(key) instanceof List<?> box
          && box.size() == 4
          && box.stream().allMatch(v -> v instanceof Number)) {
        return box;
      }
    }
    return null;
  }

  /** Muse's: a box as four parts; one entry may stand alone. */
  static void muse(Object answer, DetectionAnswers found) {
    for (Object element : museEntries(answer)) {
      if (element instanceof Map<?, ?> map) {
        List<Object> box = new ArrayList<>(CORNERS.size());
        CORNERS.forEach(corner -> box.add(map.get(corner)));
        if (box.stream().allMatch(LenientDialects::finite)) {
          Object label = map.get("label");
          add(box, PythonValues.truth(label) ? PythonValues.text(label) : "unknown", found);
        }
      }
    }
  }

  private static boolean finite(Object value) {
    return value instanceof Number number && Double.isFinite(number.doubleValue());
  }

  private static List<?> museEntries(Object answer) {
    if (answer instanceof List<?> list) {
      return list;
    }
    Map<?, ?> map = (Map<?, ?>) answer;
    if (map.get("detections") instanceof List<?> list) {
      return list;
    }
    if (map.keySet().containsAll(CORNERS)) {
      return List.of(map);
    }
    throw new AnswerException("an answer is a list, one entry or an object with detections");
  }

  /** The entries of an answer of Muse's that is no JSON as a whole. */
  static List<Object> looseEntries(String answer) {
    return ModelAnswer.looseObjects(answer).stream()
        .filter(o -> o instanceof Map<?, ?> map && map.keySet().containsAll(CORNERS))
        .toList();
  }

  private static void add(List<?> box, String label, DetectionAnswers found) {
    double x = found.width() / SCALE;
    double y = found.height() / SCALE;
    found.add(
        coordinate(box, 0) * x,
        coordinate(box, 1) * y,
        coordinate(box, 2) * x,
        coordinate(box, 3) * y,
        label,
        1);
  }

  private static double coordinate(List<?> box, int index) {
    return FractionDialects.clamped(((Number) box.get(index)).doubleValue(), SCALE);
  }
}
