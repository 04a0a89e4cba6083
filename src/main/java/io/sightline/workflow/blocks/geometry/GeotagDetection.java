package io.sightline.workflow.blocks.geometry;

import io.sightline.vision.BoundingBox;
import io.sightline.vision.Detection;
import io.sightline.vision.Image;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells where on earth objects are that a camera sees from above. */
final class GeotagDetection implements Block {
  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final Manifest MANIFEST =
        Manifest.of("roboflow_core/geotag_detection@v1")
            .described(
                "GeoTag Detection",
                "transformation",
                "Tells where on earth objects are that a camera sees from straight above.")
            .field(Field.required("image", "The picture.", Forms.reference(Kind.IMAGE)))
            .field(
                Field.required(
                    "predictions",
                    "The objects on it.",
                    Forms.reference(
                        Kind.OBJECT_DETECTION_PREDICTION, Kind.INSTANCE_SEGMENTATION_PREDICTION)))
            .field(required("latitude", "Of the camera, degrees."))
            .field(required("longitude", "Of the camera, degrees."))
            .field(required("altitude", "Of the camera above the ground, metres."))
            .field(optional("horizontal_fov", 73.7, "The camera's field of view, degrees."))
            .field(optional("heading", 0.0, "Where the picture's top points, degrees from north."))
            .output("geo_detections", Kind.LIST_OF_VALUES)
            .output("geojson", Kind.DICTIONARY)
            .build();

    private static Field required(String name, String description) {
      return Field.required(name, description, Forms.reference(Kind.FLOAT), Forms.number());
    }

    private static Field optional(String name, double defaultValue, String description) {
      return Field.optional(
          name, defaultValue, description, Forms.reference(Kind.FLOAT), Forms.number());
    }

    public V1() {
      super(MANIFEST, context -> new GeotagDetection());
    }
  }

  @Override
  public BlockResult run(StepInput input) {
    Image image = input.image("image");
    NadirCamera camera =
        new NadirCamera(
            image.width(),
            image.height(),
            input.number("latitude"),
            input.number("longitude"),
            input.number("altitude"),
            input.number("horizontal_fov"),
            input.number("heading"));
    List<Object> records = new ArrayList<>();
    List<Object> features = new ArrayList<>();
    for (Detection detection : input.detections("predictions")) {
      Map<String, Object> told = told(detection, camera);
      records.add(told);
      features.add(feature(told));
    }
    Map<String, Object> collection = new LinkedHashMap<>();
    collection.put("type", "FeatureCollection");
    collection.put("features", features);
    return BlockResult.of(records, collection);
  }

  private static Map<String, Object> told(Detection detection, NadirCamera camera) {
    BoundingBox box = detection.box();
    double x = ((double) box.x1() + box.x2()) / 2;
    double y = ((double) box.y1() + box.y2()) / 2;
    double[] place = camera.place(x, y);
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("class", detection.className());
    told.put("confidence", rounded(detection.confidence(), 4));
    told.put("lat", rounded(place[0], 7));
    told.put("lon", rounded(place[1], 7));
    told.put("pixel_x", rounded(x, 1));
    told.put("pixel_y", rounded(y, 1));
    told.put("width", rounded((double) box.x2() - box.x1(), 1));
    told.put("height", rounded((double) box.y2() - box.y1(), 1));
    return told;
  }

  private static Map<String, Object> feature(Map<String, Object> told) {
    Map<String, Object> geometry = new LinkedHashMap<>();
    geometry.put("type", "Point");
    geometry.put("coordinates", List.of(told.get("lon"), told.get("lat")));
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("class", told.get("class"));
    properties.put("confidence", told.get("confidence"));
    Map<String, Object> feature = new LinkedHashMap<>();
    feature.put("type", "Feature");
    feature.put("geometry", geometry);
    feature.put("properties", properties);
    return feature;
  }

  /** To so many decimals, half to even by the exact binary value. */
  private static double rounded(double value, int decimals) {
    return Double.isFinite(value)
        ? new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).doubleValue()
        : value;
  }
}
