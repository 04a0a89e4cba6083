package io.sightline.workflow.blocks.visualizations;

import io.sightline.vision.Detection;
import io.sightline.vision.Position;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where objects were in the frames of late. */
final class Traces {
  private static final int MAX_POINTS = 100_000;

  /**
   * The places of one frame.
   *
   * @param number counts all frames, also those without objects
   * @param points one for each of {@code tracks}
   */
  private record Frame(long number, int[] tracks, int[][] points) {}

  private final Deque<Frame> frames = new ArrayDeque<>();
  private long number;
  private int points;

  /**
   * Adds a frame.
   *
   * @param length frames with objects that are kept; frames without any count once there are more
   */
  void add(List<Detection> detections, Position position, int length) {
    int[] tracks = new int[detections.size()];
    int[][] places = new int[tracks.length][];
    for (int i = 0; i < tracks.length; i++) {
      Detection detection = detections.get(i);
      tracks[i] = detection.trackerId();
      places[i] =
          new int[] {
            DrawingFields.near(position.x(detection)), DrawingFields.near(position.y(detection))
          };
    }
    if (tracks.length > 0) {
      frames.addLast(new Frame(number, tracks, places));
      points += tracks.length;
    }
    if (frames.size() > length) {
      drop(number - length);
    }
    while (points > MAX_POINTS && frames.size() > 1) {
      points -= frames.removeFirst().tracks.length;
    }
    number++;
  }

  /** Drops frames up to this one. */
  private void drop(long last) {
    while (!frames.isEmpty() && frames.getFirst().number <= last) {
      points -= frames.removeFirst().tracks.length;
    }
  }

  /** The path of each detection, oldest place first. */
  int[][][] of(List<Detection> detections) {
    Map<Integer, List<int[]>> paths = new HashMap<>();
    for (Detection detection : detections) {
      paths.put(detection.trackerId(), new ArrayList<>());
    }
    for (Frame frame : frames) {
      for (int i = 0; i < frame.tracks.length; i++) {
        List<int[]> path = paths.get(frame.tracks[i]);
        if (path != null) {
          path.add(frame.points[i]);
        }
      }
    }
    return detections.stream()
        .map(detection -> paths.get(detection.trackerId()).toArray(int[][]::new))
        .toArray(int[][][]::new);
  }
}
