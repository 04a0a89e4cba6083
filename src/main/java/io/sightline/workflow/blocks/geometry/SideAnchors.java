package io.sightline.workflow.blocks.geometry;

import io.sightline.vision.Position;
import java.util.List;

/**
 * The places of detections that have to lie inside of a side.
 *
 * @param single the same place for all sides; null where the box's corners at the side are meant
 */
record SideAnchors(Position single) {
  /** As a step is told them; null where it is told none. */
  static SideAnchors named(String name) {
    if (name.isEmpty()) {
      return null;
    }
    return new SideAnchors(name.equals("ALL") ? null : Position.named(name));
  }

  List<Position> of(Quadrilateral.Side side) {
    if (single != null) {
      return List.of(single);
    }
    return switch (side) {
      case LEFT -> List.of(Position.BOTTOM_LEFT, Position.TOP_LEFT);
      case RIGHT -> List.of(Position.BOTTOM_RIGHT, Position.TOP_RIGHT);
      case BOTTOM -> List.of(Position.BOTTOM_RIGHT, Position.BOTTOM_LEFT);
      case TOP -> List.of(Position.TOP_RIGHT, Position.TOP_LEFT);
    };
  }
}
