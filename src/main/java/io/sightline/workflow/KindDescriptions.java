package io.sightline.workflow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What values of each kind are, inside and outside of the engine, for people and editors. */
final class KindDescriptions {
  private static final String DETECTIONS = "{image, predictions}";
  private static final Map<String, Kind> KINDS = kinds();

  /**
   * @param wireType of the value in JSON, in Python's notation as Roboflow's clients expect it
   */
  private record Kind(String description, String wireType) {}

  private KindDescriptions() {}

  private static Map<String, Kind> kinds() {
    Map<String, Kind> kinds = new LinkedHashMap<>();
    kinds.put("*", new Kind("Any value.", "Any"));
    kinds.put("image", new Kind("A picture with its origin and its video's frame.", "dict"));
    kinds.put("video_metadata", new Kind("Which frame of which video.", "dict"));
    kinds.put("object_detection_prediction", new Kind("Boxes: " + DETECTIONS + ".", "dict"));
    kinds.put(
        "instance_segmentation_prediction",
        new Kind("Boxes with outlines as points: " + DETECTIONS + ".", "dict"));
    kinds.put(
        "rle_instance_segmentation_prediction",
        new Kind("Boxes with masks as run lengths: " + DETECTIONS + ".", "dict"));
    kinds.put(
        "keypoint_detection_prediction",
        new Kind("Boxes with key points: " + DETECTIONS + ".", "dict"));
    kinds.put("semantic_segmentation_prediction", new Kind("A class for every pixel.", "dict"));
    kinds.put("classification_prediction", new Kind("Classes of a whole picture.", "dict"));
    kinds.put(
        "detection",
        new Kind(
            "One of several detections.",
            "Tuple[list, Optional[list], Optional[float], Optional[float], Optional[int], dict]"));
    kinds.put("qr_code_detection", new Kind("QR codes with what they say.", "dict"));
    kinds.put("bar_code_detection", new Kind("Bar codes with what they say.", "dict"));
    kinds.put(
        "detections_overlaps",
        new Kind("Pairs of detections that share area.", "List[Dict[str, Any]]"));
    kinds.put("boolean", new Kind("True or false.", "bool"));
    kinds.put("integer", new Kind("A whole number.", "int"));
    kinds.put("float", new Kind("A number.", "float"));
    kinds.put("float_zero_to_one", new Kind("A number from 0 to 1.", "float"));
    kinds.put("string", new Kind("A text.", "str"));
    kinds.put("bytes", new Kind("Bytes, base64 in JSON.", "str"));
    kinds.put("dictionary", new Kind("Values by name.", "dict"));
    kinds.put("list_of_values", new Kind("Values of any kind in order.", "List[Any]"));
    kinds.put("timestamp", new Kind("A moment in ISO 8601.", "str"));
    kinds.put("point", new Kind("A point, x and y.", "Tuple[int, int]"));
    kinds.put("zone", new Kind("A polygon's points.", "List[Tuple[int, int]]"));
    kinds.put(
        "labeled_points",
        new Kind("Points that are part of something, or not.", "List[Dict[str, Any]]"));
    kinds.put("image_keypoints", new Kind("Features of a picture.", "dict"));
    kinds.put("rgb_color", new Kind("A colour.", "Tuple[int, int, int]"));
    kinds.put("contours", new Kind("Outlines, each a list of points.", "List[list]"));
    kinds.put("numpy_array", new Kind("Numbers in rows.", "list"));
    kinds.put("tensor", new Kind("Numbers in rows.", "list"));
    kinds.put("embedding", new Kind("A vector that stands for something.", "List[float]"));
    kinds.put("image_metadata", new Kind("Facts about a picture.", "dict"));
    kinds.put("parent_id", new Kind("Names what something was found on.", "str"));
    kinds.put("prediction_type", new Kind("Names a kind of prediction.", "str"));
    kinds.put("inference_id", new Kind("Names a run of a model.", "str"));
    kinds.put("top_class", new Kind("The likeliest class.", "str"));
    kinds.put("language_model_output", new Kind("What a language model answered.", "str"));
    kinds.put("serialised_payloads", new Kind("What is sent away.", "List[Union[str, dict]]"));
    kinds.put("secret", new Kind("A text that answers do not show.", "str"));
    kinds.put("roboflow_model_id", new Kind("Names a model.", "str"));
    kinds.put("roboflow_project", new Kind("Names a project on Roboflow's platform.", "str"));
    kinds.put("roboflow_api_key", new Kind("A key of Roboflow's platform.", "str"));
    kinds.put("ROBOFLOW_MANAGED_KEY", new Kind("A key that Roboflow's platform keeps.", "str"));
    kinds.put("roboflow_solution", new Kind("Names a solution of Roboflow's platform.", "str"));
    return kinds;
  }

  /** Kind to the type of its values in JSON. */
  static Map<String, String> typingHints(Collection<String> names) {
    Map<String, String> hints = new LinkedHashMap<>();
    for (String name : names) {
      hints.put(name, KINDS.getOrDefault(name, KINDS.get("*")).wireType);
    }
    return hints;
  }

  /** The names of all kinds. */
  static Collection<String> names() {
    return KINDS.keySet();
  }

  /** All kinds in Roboflow's form. */
  static List<Map<String, Object>> all() {
    List<Map<String, Object>> all = new ArrayList<>();
    KINDS.forEach((name, kind) -> all.add(form(name, kind)));
    return all;
  }

  /** A kind in Roboflow's form, also one that nobody has described. */
  static Map<String, Object> form(String name) {
    return form(name, KINDS.getOrDefault(name, new Kind(name, "Any")));
  }

  private static Map<String, Object> form(String name, Kind kind) {
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("name", name);
    form.put("description", kind.description);
    form.put("docs", null);
    form.put("serialised_data_type", kind.wireType);
    form.put("internal_data_type", kind.wireType);
    return form;
  }
}
