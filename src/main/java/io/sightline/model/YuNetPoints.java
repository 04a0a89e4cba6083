package io.sightline.model;

import io.sightline.vision.Attribute;
import io.sightline.vision.Keypoint;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Five points of a face, without a confidence of their own: they have the face's. */
final class YuNetPoints implements Details {
  private static final List<String> NAMES =
      List.of("right_eye", "left_eye", "nose", "right_mouth_corner", "left_mouth_corner");
  private static final int POINTS = 3 * YuNetDecoder.GRIDS;

  private final int[] places;
  private final InputSpec input;

  /**
   * @param places see {@link YuNetDecoder}
   */
  YuNetPoints(int[] places, InputSpec input) {
    this.places = places;
    this.input = input;
  }

  @Override
  public Map<Attribute, Object> of(
      List<OutputTensor> outputs, Candidates candidates, int index, Placement placement) {
    int cell = candidates.source(index);
    int grid = 0;
    int stride = YuNetDecoder.FIRST;
    int columns = input.width() / stride;
    while (cell >= columns * (input.height() / stride)) {
      cell -= columns * (input.height() / stride);
      grid++;
      stride *= 2;
      columns = input.width() / stride;
    }
    FloatBuffer points = outputs.get(places[POINTS + grid]).values();
    int from = cell * 2 * NAMES.size();
    List<Keypoint> keypoints = new ArrayList<>(NAMES.size());
    for (int k = 0; k < NAMES.size(); k++) {
      float x = placement.pictureX((points.get(from + 2 * k) + cell % columns) * stride);
      float y = placement.pictureY((points.get(from + 2 * k + 1) + cell / columns) * stride);
      keypoints.add(
          new Keypoint(
              k,
              NAMES.get(k),
              candidates.score(index),
              (float) Math.rint(x),
              (float) Math.rint(y)));
    }
    return Map.of(Attribute.KEYPOINTS, List.copyOf(keypoints));
  }
}
