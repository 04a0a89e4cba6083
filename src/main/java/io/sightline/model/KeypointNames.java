package io.sightline.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the key points of a model are called.
 *
 * @param classes the names for each class by its number in the network
 * @param usual the names for all other classes
 */
record KeypointNames(List<List<String>> classes, List<String> usual) {
  /** The joints of a person in the order of COCO's annotations. */
  private static final List<String> COCO =
      List.of(
          "nose",
          "left_eye",
          "right_eye",
          "left_ear",
          "right_ear",
          "left_shoulder",
          "right_shoulder",
          "left_elbow",
          "right_elbow",
          "left_wrist",
          "right_wrist",
          "left_hip",
          "right_hip",
          "left_knee",
          "right_knee",
          "left_ankle",
          "right_ankle");

  private static final Pattern NAME = Pattern.compile("'([^']{1,100})'");

  /** The names of as many key points as objects of this class have. */
  List<String> of(int classId) {
    return classId < classes.size() ? classes.get(classId) : usual;
  }

  /**
   * The names in the files beside the network; else those in its metadata where they are as many as
   * the key points; else COCO's where those are; else numbers.
   *
   * @param count key points that the network has room for
   * @throws ModelException where the files name more
   */
  static KeypointNames of(Tensors tensors, int count) {
    for (List<String> names : tensors.pointNames()) {
      if (names.size() > count) {
        throw new ModelException(
            "a class has %d names of key points, and the network gives %d"
                .formatted(names.size(), count));
      }
    }
    return new KeypointNames(tensors.pointNames(), usual(tensors.metadata(), count));
  }

  private static List<String> usual(Map<String, String> metadata, int count) {
    List<String> names = new ArrayList<>();
    Matcher name = NAME.matcher(metadata.getOrDefault("kpt_names", ""));
    while (name.find()) {
      names.add(name.group(1));
    }
    if (names.size() == count) {
      return List.copyOf(names);
    }
    if (count == COCO.size()) {
      return COCO;
    }
    return numbers(count);
  }

  /** The joints of a person in COCO's order. */
  static List<String> coco() {
    return COCO;
  }

  /** Names for what nobody has named. */
  static List<String> numbers(int count) {
    List<String> numbers = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      numbers.add(String.valueOf(i));
    }
    return List.copyOf(numbers);
  }
}
