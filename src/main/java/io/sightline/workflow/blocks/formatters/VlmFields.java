package io.sightline.workflow.blocks.formatters;

import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Form;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the blocks have in common that read predictions out of a language model's answer. */
final class VlmFields {
  private VlmFields() {}

  static Field image() {
    return Field.required(
        "image", "The picture that the model was asked about.", Forms.reference(Kind.IMAGE));
  }

  static Field answer() {
    return Field.required(
        "vlm_output",
        "The model's answer: JSON, or with a block of it between ```json and ```.",
        Forms.reference(Kind.LANGUAGE_MODEL_OUTPUT));
  }

  /**
   * @param others what the field may be besides a list
   */
  static Field classes(Form... others) {
    List<Form> forms =
        new ArrayList<>(List.of(Forms.reference(Kind.LIST_OF_VALUES), Forms.list(0, Forms.text())));
    forms.addAll(List.of(others));
    return Field.required(
        "classes", "The names of the classes, by their ids.", forms.toArray(Form[]::new));
  }

  /** The id of each class: its place in the list. */
  static Map<Object, Integer> ids(List<?> classes) {
    Map<Object, Integer> ids = new HashMap<>();
    for (int i = 0; i < classes.size(); i++) {
      ids.put(classes.get(i), i);
    }
    return ids;
  }

  /**
   * A confidence from 0 to 1, whatever was said.
   *
   * @throws AnswerException where it is no number and no text of one
   */
  static double confidence(Object value) {
    double confidence = AnswerEntry.real(value);
    return Double.isNaN(confidence) ? confidence : Math.min(Math.max(confidence, 0), 1);
  }
}
