package io.sightline.workflow.blocks.formatters;

import io.sightline.vision.Image;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.FormException;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads detections out of a language model's answer. */
final class VlmAsDetector implements Block {
  private static final String DETECTION = "object-detection";
  private static final String[] TASKS = {
    DETECTION,
    "object-detection-and-caption",
    "open-vocabulary-object-detection",
    "phrase-grounded-object-detection",
    "region-proposal",
    "ocr-with-text-detection"
  };

  private final Dialect dialect;
  private final boolean loose;

  /**
   * @param loose true where entries are looked for in a text that is no JSON
   */
  VlmAsDetector(Dialect dialect, boolean loose) {
    this.dialect = dialect;
    this.loose = loose;
  }

  static Manifest manifest(String version, Kind id, String... models) {
    return Manifest.of("roboflow_core/vlm_as_detector@" + version)
        .described(
            "VLM As Detector",
            "formatter",
            "Reads detections out of a language model's answer in JSON.")
        .field(VlmFields.image())
        .field(VlmFields.answer())
        .field(VlmFields.classes(Forms.nothing()))
        .field(Field.required("model_type", "Whose answer it is.", Forms.oneOf(models)))
        .field(Field.required("task_type", "What was asked for.", Forms.oneOf(TASKS)))
        .output("error_status", Kind.BOOLEAN)
        .output("predictions", Kind.OBJECT_DETECTION_PREDICTION)
        .output("inference_id", id)
        .build();
  }

  /** Florence 2's dialects by model and task. */
  static Map<String, Dialect> florence() {
    Map<String, Dialect> dialects = new LinkedHashMap<>();
    dialects.put(
        DETECTION, new FlorenceDialect("bboxes", false, "labels", FlorenceDialect.Ids.OF_NAME));
    dialects.put(
        "open-vocabulary-object-detection",
        new FlorenceDialect("bboxes", false, "bboxes_labels", FlorenceDialect.Ids.OF_CLASSES));
    dialects.put(
        "object-detection-and-caption",
        new FlorenceDialect("bboxes", false, "labels", FlorenceDialect.Ids.ZERO));
    dialects.put(
        "phrase-grounded-object-detection",
        new FlorenceDialect("bboxes", false, "labels", FlorenceDialect.Ids.OF_NAME));
    dialects.put(
        "region-proposal", new FlorenceDialect("bboxes", false, null, FlorenceDialect.Ids.ZERO));
    dialects.put(
        "ocr-with-text-detection",
        new FlorenceDialect("quad_boxes", true, "labels", FlorenceDialect.Ids.ZERO));
    Map<String, Dialect> keyed = new LinkedHashMap<>();
    dialects.forEach((task, dialect) -> keyed.put("florence-2 " + task, dialect));
    return keyed;
  }

  static String key(Map<String, Object> fields) {
    return fields.get("model_type") + " " + fields.get("task_type");
  }

  /**
   * @throws FormException where the model has no such task, or classes are missing
   */
  static void check(
      Map<String, Object> fields, Map<String, Dialect> dialects, String withoutClasses) {
    if (!dialects.containsKey(key(fields))) {
      throw new FormException(
          "Value error, Could not parse result of task %s for model %s"
              .formatted(fields.get("task_type"), fields.get("model_type")));
    }
    if (!fields.get("model_type").equals("florence-2") && fields.get("classes") == null) {
      throw new FormException("Value error, " + withoutClasses);
    }
  }

  @Override
  public BlockResult run(StepInput input) {
    Image image = input.image("image");
    List<?> classes = input.value("classes") == null ? null : input.list("classes");
    String id = UUID.randomUUID().toString();
    DetectionAnswers found = new DetectionAnswers(image, classes);
    try {
      dialect.read(answer(input.text("vlm_output")), found);
    } catch (AnswerException e) {
      return BlockResult.of(true, null, id);
    }
    return BlockResult.of(false, found.detections(), id);
  }

  private Object answer(String text) {
    try {
      Object answer = ModelAnswer.read(text);
      if (answer instanceof Map<?, ?> || answer instanceof List<?>) {
        return answer;
      }
    } catch (ModelAnswer.UnreadableAnswer e) {
      // looked at as a loose one below
    }
    List<Object> entries = loose ? LenientDialects.looseEntries(text) : List.of();
    if (entries.isEmpty()) {
      throw new AnswerException("an answer is a list or an object");
    }
    return entries;
  }
}
