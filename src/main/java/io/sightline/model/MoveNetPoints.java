package io.sightline.model;

import io.sightline.vision.Attribute;
import io.sightline.vision.Keypoint;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The joints that {@link MoveNetDecoder} puts its box around, on whole pixels of the picture. */
final class MoveNetPoints implements Details {
  private static final int NUMBERS = 3;

  private final InputSpec input;

  MoveNetPoints(InputSpec input) {
    this.input = input;
  }

  @Override
  public Map<Attribute, Object> of(
      List<OutputTensor> outputs, Candidates candidates, int index, Placement placement) {
    FloatBuffer joints = outputs.get(0).values();
    List<String> names = KeypointNames.coco();
    List<Keypoint> keypoints = new ArrayList<>(names.size());
    for (int k = 0; k < names.size(); k++) {
      int at = k * NUMBERS;
      float confidence = joints.get(at + 2);
      if (confidence > 0) {
        float x = placement.pictureX(joints.get(at + 1) * input.width());
        float y = placement.pictureY(joints.get(at) * input.height());
        keypoints.add(
            new Keypoint(k, names.get(k), confidence, (float) Math.rint(x), (float) Math.rint(y)));
      }
    }
    return Map.of(Attribute.KEYPOINTS, List.copyOf(keypoints));
  }
}
