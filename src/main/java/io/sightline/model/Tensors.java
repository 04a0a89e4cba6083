package io.sightline.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What there is to see of a network from outside, by which its family is recognised.
 *
 * @param outputs in the network's order, sizes known as far as the network tells them
 * @param metadata its own key and value pairs
 * @param names how many class names are known, 0 where none are
 * @param input what the network is fed
 * @param task what the files beside it or its metadata say; empty where they are silent
 */
record Tensors(
    List<TensorSpec> outputs,
    Map<String, String> metadata,
    int names,
    InputSpec input,
    Optional<Task> task) {
  private static final Pattern KEYPOINTS = Pattern.compile("\\[\\s*(\\d{1,3})\\s*,\\s*([23])\\s*]");

  /** The place of the one output with this many dimensions, -1 where there is none or several. */
  int only(int dimensions) {
    int found = -1;
    for (int i = 0; i < outputs.size(); i++) {
      if (outputs.get(i).shape().size() == dimensions) {
        if (found >= 0) {
          return -1;
        }
        found = i;
      }
    }
    return found;
  }

  /** The place of the prototypes of masks: an output {@code [1, coefficients, h, w]}; or -1. */
  int prototypes() {
    int place = only(4);
    return place >= 0 && outputs.size() == 2 && outputs.get(place).isStatic() ? place : -1;
  }

  /** Key points of an object and numbers of each, as Ultralytics writes them; null for none. */
  int[] keypoints() {
    Matcher shape = KEYPOINTS.matcher(metadata.getOrDefault("kpt_shape", ""));
    return shape.find()
        ? new int[] {Integer.parseInt(shape.group(1)), Integer.parseInt(shape.group(2))}
        : null;
  }

  /** Numbers that stand behind a candidate's scores: coefficients of masks, or key points. */
  int extras() {
    int prototypes = prototypes();
    if (prototypes >= 0) {
      return outputs.get(prototypes).dimension(1);
    }
    int[] keypoints = keypoints();
    return keypoints == null ? 0 : keypoints[0] * keypoints[1];
  }

  /** The task that the tensors themselves speak of, for detectors. */
  Task detectorTask() {
    if (prototypes() >= 0) {
      return Task.INSTANCE_SEGMENTATION;
    }
    return keypoints() == null ? Task.OBJECT_DETECTION : Task.KEYPOINT_DETECTION;
  }

  /** True where {@code count} may be the number of classes: it is, or nobody knows. */
  boolean mayHave(int count) {
    return count > 0 && (names == 0 || names == count);
  }

  /** Cells of the input's grids at 8, 16 and 32 pixels. */
  int cells() {
    int cells = 0;
    for (int stride = 8; stride <= 32; stride *= 2) {
      cells += (input.width() / stride) * (input.height() / stride);
    }
    return cells;
  }
}
