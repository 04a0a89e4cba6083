package io.sightline.model;

import java.util.ArrayList;
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
 * @param sides what it wants to be told beside the picture
 * @param said what the files beside it say of its outputs
 * @param pointNames what the files beside it call the key points of each class; empty for silence
 */
record Tensors(
    List<TensorSpec> outputs,
    Map<String, String> metadata,
    int names,
    InputSpec input,
    Optional<Task> task,
    List<TensorSpec> sides,
    ModelConfig.PostProcessing said,
    List<List<String>> pointNames) {
  private static final int BOX = 4;
  private static final Pattern SCORES =
      Pattern.compile("score|label|logit|class|conf", Pattern.CASE_INSENSITIVE);
  private static final Pattern KEYPOINTS = Pattern.compile("\\[\\s*(\\d{1,3})\\s*,\\s*([23])\\s*]");

  /** Of a network that wants only the picture, and of which no more is said. */
  Tensors(
      List<TensorSpec> outputs,
      Map<String, String> metadata,
      int names,
      InputSpec input,
      Optional<Task> task) {
    this(
        outputs,
        metadata,
        names,
        input,
        task,
        List.of(),
        ModelConfig.PostProcessing.SILENT,
        List.of());
  }

  TensorSpec output(int place) {
    return outputs.get(place);
  }

  /** The place of the first output whose name fits, -1 where there is none. */
  int named(Pattern name) {
    for (int i = 0; i < outputs.size(); i++) {
      if (name.matcher(outputs.get(i).name()).find()) {
        return i;
      }
    }
    return -1;
  }

  /** Whether the network wants this beside the picture. */
  boolean wants(SideInput side) {
    return sides.stream().anyMatch(spec -> SideInput.of(spec) == side);
  }

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

  /**
   * Key points of an object and numbers of each, as Ultralytics writes them; else three numbers for
   * each of the class that has the most names for them; null for none.
   */
  int[] keypoints() {
    Matcher shape = KEYPOINTS.matcher(metadata.getOrDefault("kpt_shape", ""));
    if (shape.find()) {
      return new int[] {Integer.parseInt(shape.group(1)), Integer.parseInt(shape.group(2))};
    }
    int most = pointNames.stream().mapToInt(List::size).max().orElse(0);
    return most == 0 ? null : new int[] {most, 3};
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

  /**
   * Cells of the input's grids from 8 to {@code last} pixels, what is less than a cell left out.
   */
  int cells(int last) {
    int cells = 0;
    for (int stride = 8; stride <= last; stride *= 2) {
      cells += (input.width() / stride) * (input.height() / stride);
    }
    return cells;
  }

  /**
   * The places of the boxes and of the scores of a network that gives them apart, each {@code [1,
   * candidates, numbers]}; or null.
   */
  int[] pair() {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < outputs.size(); i++) {
      if (outputs.get(i).rank() == 3) {
        places.add(i);
      }
    }
    if (places.size() != 2) {
      return null;
    }
    int one = places.get(0);
    int other = places.get(1);
    if (outputs.get(one).dimension(1) != outputs.get(other).dimension(1)) {
      return null;
    }
    boolean oneMay = outputs.get(one).width() == BOX;
    boolean otherMay = outputs.get(other).width() == BOX;
    if (oneMay && otherMay) {
      otherMay = SCORES.matcher(outputs.get(one).name()).find();
    }
    if (otherMay) {
      return new int[] {other, one};
    }
    return oneMay ? new int[] {one, other} : null;
  }
}
