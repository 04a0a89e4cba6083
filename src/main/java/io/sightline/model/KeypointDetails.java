package io.sightline.model;

import io.sightline.vision.Attribute;
import io.sightline.vision.Keypoint;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Key points that stand behind the candidate's box and scores: x, y and mostly a confidence. Those
 * without any confidence are left out, the others lie on whole pixels.
 */
final class KeypointDetails implements Details {
  private final Rows rows;
  private final int first;
  private final KeypointNames names;
  private final int numbers;

  /**
   * @param first place of the first key point's x among the candidate's numbers
   * @param names of the key points, in their order; what has no name is not told
   * @param numbers of each key point: 2, or 3 with a confidence
   */
  KeypointDetails(Rows rows, int first, KeypointNames names, int numbers) {
    this.rows = rows;
    this.first = first;
    this.names = names;
    this.numbers = numbers;
  }

  @Override
  public Map<Attribute, Object> of(
      List<OutputTensor> outputs, Candidates candidates, int index, Placement placement) {
    FloatBuffer values = outputs.get(rows.output()).values();
    int candidate = candidates.source(index);
    List<String> called = names.of(candidates.classId(index));
    List<Keypoint> keypoints = new ArrayList<>(called.size());
    for (int k = 0; k < called.size(); k++) {
      int at = first + k * numbers;
      float confidence = numbers > 2 ? rows.at(values, at + 2, candidate) : 1;
      if (confidence > 0) {
        float x = placement.pictureX(rows.at(values, at, candidate));
        float y = placement.pictureY(rows.at(values, at + 1, candidate));
        keypoints.add(
            new Keypoint(k, called.get(k), confidence, (float) Math.rint(x), (float) Math.rint(y)));
      }
    }
    return Map.of(Attribute.KEYPOINTS, List.copyOf(keypoints));
  }
}
