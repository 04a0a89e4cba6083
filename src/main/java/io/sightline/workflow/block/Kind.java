package io.sightline.workflow.block;

/** What a value is, as references between steps are checked by it. */
public record Kind(String name) {
  /** Matches every kind. */
  public static final Kind WILDCARD = new Kind("*");

  public static final Kind IMAGE = new Kind("image");
  public static final Kind VIDEO_METADATA = new Kind("video_metadata");
  public static final Kind OBJECT_DETECTION_PREDICTION = new Kind("object_detection_prediction");
  public static final Kind INSTANCE_SEGMENTATION_PREDICTION =
      new Kind("instance_segmentation_prediction");
  public static final Kind RLE_INSTANCE_SEGMENTATION_PREDICTION =
      new Kind("rle_instance_segmentation_prediction");
  public static final Kind KEYPOINT_DETECTION_PREDICTION =
      new Kind("keypoint_detection_prediction");
  public static final Kind CLASSIFICATION_PREDICTION = new Kind("classification_prediction");
  public static final Kind QR_CODE_DETECTION = new Kind("qr_code_detection");
  public static final Kind BAR_CODE_DETECTION = new Kind("bar_code_detection");
  public static final Kind BOOLEAN = new Kind("boolean");
  public static final Kind INTEGER = new Kind("integer");
  public static final Kind FLOAT = new Kind("float");
  public static final Kind FLOAT_ZERO_TO_ONE = new Kind("float_zero_to_one");
  public static final Kind STRING = new Kind("string");
  public static final Kind DICTIONARY = new Kind("dictionary");
  public static final Kind LIST_OF_VALUES = new Kind("list_of_values");
  public static final Kind INFERENCE_ID = new Kind("inference_id");
  public static final Kind ROBOFLOW_MODEL_ID = new Kind("roboflow_model_id");
  public static final Kind ROBOFLOW_PROJECT = new Kind("roboflow_project");
  public static final Kind SEMANTIC_SEGMENTATION_PREDICTION =
      new Kind("semantic_segmentation_prediction");
  public static final Kind DETECTION = new Kind("detection");
  public static final Kind DETECTIONS_OVERLAPS = new Kind("detections_overlaps");
  public static final Kind BYTES = new Kind("bytes");
  public static final Kind TIMESTAMP = new Kind("timestamp");
  public static final Kind POINT = new Kind("point");
  public static final Kind ZONE = new Kind("zone");
  public static final Kind LABELED_POINTS = new Kind("labeled_points");
  public static final Kind IMAGE_KEYPOINTS = new Kind("image_keypoints");
  public static final Kind RGB_COLOR = new Kind("rgb_color");
  public static final Kind CONTOURS = new Kind("contours");
  public static final Kind NUMPY_ARRAY = new Kind("numpy_array");
  public static final Kind TENSOR = new Kind("tensor");
  public static final Kind EMBEDDING = new Kind("embedding");
  public static final Kind IMAGE_METADATA = new Kind("image_metadata");
  public static final Kind PARENT_ID = new Kind("parent_id");
  public static final Kind PREDICTION_TYPE = new Kind("prediction_type");
  public static final Kind TOP_CLASS = new Kind("top_class");
  public static final Kind LANGUAGE_MODEL_OUTPUT = new Kind("language_model_output");
  public static final Kind SERIALISED_PAYLOADS = new Kind("serialised_payloads");
  public static final Kind SECRET = new Kind("secret");
  public static final Kind ROBOFLOW_API_KEY = new Kind("roboflow_api_key");
  public static final Kind ROBOFLOW_SOLUTION = new Kind("roboflow_solution");
  public static final Kind ROBOFLOW_MANAGED_KEY = new Kind("ROBOFLOW_MANAGED_KEY");

  /** True where a value of this kind may stand for one of {@code other}. */
  public boolean matches(Kind other) {
    return equals(other) || equals(WILDCARD) || other.equals(WILDCARD);
  }
}
