package io.sightline.workflow.blocks.analytics;

import io.sightline.vision.Detection;
import io.sightline.vision.Position;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.blocks.Recent;
import java.util.List;

/** A line and how many tracks have crossed it. */
final class LineZone {
  /** What a detection did since its track was seen last. */
  enum Crossing {
    NONE,
    IN,
    OUT
  }

  /** A direction from a point. */
  private record Ray(double x, double y, double dx, double dy) {
    /** Above 0 where the point lies clockwise of the direction, as y points down. */
    double side(double px, double py) {
      return dx * (py - y) - dy * (px - x);
    }
  }

  private record Track(int trackerId, int classId) {}

  private final Ray line;
  private final Ray startLimit;
  private final Ray endLimit;
  private final List<Position> anchors;
  private final Recent<Track, Boolean> lastSides = new Recent<>(Recent.MAX_TRACKS);
  private int in;
  private int out;

  /**
   * @param anchors the places of a detection that must all be on the other side
   */
  LineZone(double[] start, double[] end, List<Position> anchors) {
    double dx = end[0] - start[0];
    double dy = end[1] - start[1];
    double length = Math.sqrt(dx * dx + dy * dy);
    if (length == 0) {
      throw new BlockException("The magnitude of the vector cannot be zero.");
    }
    double across = -(dy / length);
    double along = dx / length;
    this.line = new Ray(start[0], start[1], dx, dy);
    this.startLimit =
        new Ray(start[0], start[1], start[0] + across - start[0], start[1] + along - start[1]);
    this.endLimit = new Ray(end[0], end[1], end[0] - across - end[0], end[1] - along - end[1]);
    this.anchors = anchors;
  }

  int in() {
    return in;
  }

  int out() {
    return out;
  }

  /** Takes a detection's place in and counts it where its track was on the other side before. */
  Crossing see(Detection detection) {
    boolean left = false;
    boolean right = false;
    for (Position anchor : anchors) {
      double x = anchor.x(detection);
      double y = anchor.y(detection);
      if (startLimit.side(x, y) > 0 != endLimit.side(x, y) > 0) {
        return Crossing.NONE;
      }
      boolean onLeft = line.side(x, y) < 0;
      left |= onLeft;
      right |= !onLeft;
    }
    if (left && right) {
      return Crossing.NONE;
    }
    Boolean before = lastSides.put(new Track(detection.trackerId(), detection.classId()), left);
    if (before == null || before == left) {
      return Crossing.NONE;
    }
    if (left) {
      in++;
      return Crossing.IN;
    }
    out++;
    return Crossing.OUT;
  }
}
