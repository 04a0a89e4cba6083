package io.sightline.model;

import io.sightline.vision.Attribute;
import io.sightline.vision.Keypoint;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The key points that {@link QueryPointsDecoder} speaks of, on whole pixels of the picture. */
final class QueryPoints implements Details {
  private final int points;
  private final int[] ids;
  private final KeypointNames names;
  private final InputSpec input;

  /**
   * @param points which of the outputs holds them
   * @param ids the class of each logit
   * @param names of the points of each class
   */
  QueryPoints(int points, int[] ids, KeypointNames names, InputSpec input) {
    this.points = points;
    this.ids = ids;
    this.names = names;
    this.input = input;
  }

  @Override
  public Map<Attribute, Object> of(
      List<OutputTensor> outputs, Candidates candidates, int index, Placement placement) {
    FloatBuffer values = outputs.get(points).values();
    int each = outputs.get(points).spec().dimension(2) / ids.length;
    List<String> called = names.of(candidates.classId(index));
    List<Keypoint> keypoints = new ArrayList<>(called.size());
    for (int k = 0; k < called.size(); k++) {
      int at = (candidates.source(index) * each + k) * QueryPointsDecoder.NUMBERS;
      float x = placement.pictureX(values.get(at) * input.width());
      float y = placement.pictureY(values.get(at + 1) * input.height());
      double found = 1 / (1 + Math.exp(-values.get(at + QueryPointsDecoder.FOUND)));
      keypoints.add(
          new Keypoint(
              k, called.get(k), (float) found, (float) Math.rint(x), (float) Math.rint(y)));
    }
    return Map.of(Attribute.KEYPOINTS, List.copyOf(keypoints));
  }
}
