package io.sightline.workflow.blocks.formatters;

import java.util.List;
import java.util.Map;

/** Answers with entries all of which must be right; coordinates are shares of the picture. */
final class FractionDialects {
  private static final double THOUSANDTHS = 1000;
  private static final double PERCENT = 100;
  private static final double UPLOAD_EDGE = 2048;
  private static final String[] LABELS = {"class_name", "label", "class"};
  private static final String DETECTIONS = "detections";
  private static final String BOX = "box_2d";

  private FractionDialects() {}

  /** Entries under "detections", corners from 0 to 1. */
  static void plain(Object answer, DetectionAnswers found) {
    if (!(answer instanceof Map<?, ?> map) || !(map.get(DETECTIONS) instanceof List<?> list)) {
      throw new AnswerException("an answer is an object with detections");
    }
    for (Object element : list) {
      AnswerEntry entry = AnswerEntry.of(element);
      addFraction(entry, AnswerEntry.text(entry.required("class_name")), found);
    }
  }

  /** Gemini's: corners from 0 to 1, or y before x in thousandths. */
  static void gemini(Object answer, DetectionAnswers found) {
    for (Object element : entries(answer)) {
      AnswerEntry entry = AnswerEntry.of(element);
      if (entry.parts().containsKey(BOX)) {
        double[] box = entry.box(BOX, false);
        found.add(
            box[1] / THOUSANDTHS * found.width(),
            box[0] / THOUSANDTHS * found.height(),
            box[3] / THOUSANDTHS * found.width(),
            box[2] / THOUSANDTHS * found.height(),
            entry.label(LABELS),
            entry.confidence());
      } else {
        addFraction(entry, entry.label(LABELS), found);
      }
    }
  }

  private static void addFraction(AnswerEntry entry, String label, DetectionAnswers found) {
    found.add(
        entry.number("x_min") * found.width(),
        entry.number("y_min") * found.height(),
        entry.number("x_max") * found.width(),
        entry.number("y_max") * found.height(),
        label,
        entry.confidence());
  }

  /** Grok's: corners in percent. */
  static void spacexai(Object answer, DetectionAnswers found) {
    for (Object element : entries(answer)) {
      AnswerEntry entry = AnswerEntry.of(element);
      double[] box = entry.box(BOX, true);
      found.add(
          clamped(box[0], PERCENT) / PERCENT * found.width(),
          clamped(box[1], PERCENT) / PERCENT * found.height(),
          clamped(box[2], PERCENT) / PERCENT * found.width(),
          clamped(box[3], PERCENT) / PERCENT * found.height(),
          entry.label(LABELS),
          entry.confidence());
    }
  }

  /** OpenAI's: corners from 0 to 1, or pixels of the picture as it was uploaded. */
  static void openai(Object answer, DetectionAnswers found) {
    Object entries = answer;
    if (answer instanceof Map<?, ?> map && map.containsKey(DETECTIONS)) {
      entries = map.get(DETECTIONS);
      boolean pixels =
          entries instanceof List<?> list
              && !list.isEmpty()
              && list.get(0) instanceof Map<?, ?> first
              && first.containsKey(BOX);
      if (!pixels) {
        plain(answer, found);
        return;
      }
    }
    if (!(entries instanceof List<?> list)) {
      throw new AnswerException("an answer is a list");
    }
    for (Object element : list) {
      addUploaded(AnswerEntry.of(element), found);
    }
  }

  private static void addUploaded(AnswerEntry entry, DetectionAnswers found) {
    double longer = Math.max(found.width(), found.height());
    double width = uploaded(found.width(), longer);
    double height = uploaded(found.height(), longer);
    double[] box = entry.box(BOX, true);
    found.add(
        clamped(box[0], width) * (found.width() / width),
        clamped(box[1], height) * (found.height() / height),
        clamped(box[2], width) * (found.width() / width),
        clamped(box[3], height) * (found.height() / height),
        entry.label(LABELS),
        entry.confidence());
  }

  /** An edge of the picture as blocks that ask OpenAI's models upload it. */
  private static double uploaded(int edge, double longer) {
    return longer <= UPLOAD_EDGE ? edge : Math.max(Math.rint(edge * UPLOAD_EDGE / longer), 1);
  }

  static double clamped(double value, double max) {
    return Math.min(Math.max(value, 0), max);
  }

  private static List<?> entries(Object answer) {
    Object entries = answer instanceof Map<?, ?> map ? map.get(DETECTIONS) : answer;
    if (entries instanceof List<?> list) {
      return list;
    }
    throw new AnswerException("an answer is a list or an object with detections");
  }
}
