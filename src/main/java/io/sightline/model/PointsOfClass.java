package io.sightline.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * What Roboflow's {@code keypoints_metadata.json} says of a class. Edges between points are read by
 * who draws them, not here.
 *
 * @param classId number of the class in the network
 * @param keypoints the names by their place, which count up from "0"
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record PointsOfClass(
    @JsonProperty("object_class_id") Integer classId,
    @JsonProperty("keypoints") Map<String, String> keypoints) {
  private static final int MOST_CLASSES = 10_000;
  private static final int MOST_POINTS = 1000;

  PointsOfClass {
    if (classId == null) {
      throw new ConfigFault("object_class_id", "the number of a class");
    }
    ConfigFault.check("object_class_id", classId, 0, MOST_CLASSES - 1);
    if (keypoints == null || keypoints.size() > MOST_POINTS) {
      throw new ConfigFault("keypoints", "an object of at most %d names".formatted(MOST_POINTS));
    }
    for (int i = 0; i < keypoints.size(); i++) {
      if (keypoints.get(String.valueOf(i)) == null) {
        throw new ConfigFault(
            "keypoints", "names by numbers from \"0\" on, of which \"%d\" lacks".formatted(i));
      }
    }
  }

  private List<String> names() {
    List<String> names = new ArrayList<>(keypoints.size());
    for (int i = 0; i < keypoints.size(); i++) {
      names.add(keypoints.get(String.valueOf(i)));
    }
    return List.copyOf(names);
  }

  /** The names for each class by its number; none for classes that are not listed. */
  static List<List<String>> byClass(List<PointsOfClass> all) {
    int classes = all.stream().mapToInt(one -> one.classId + 1).max().orElse(0);
    List<List<String>> names = new ArrayList<>(Collections.nCopies(classes, List.of()));
    all.forEach(one -> names.set(one.classId, one.names()));
    return List.copyOf(names);
  }
}
