package io.sightline.model;

import io.sightline.vision.BoundingBox;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts pieces of text into rows from top to bottom, each from left to right. */
final class ReadingOrder {
  private ReadingOrder() {}

  /** A piece whose upper half lies above the row's lower edge belongs to that row. */
  static List<List<Quad>> rows(List<Quad> quads) {
    List<Quad> fromTop = new ArrayList<>(quads);
    fromTop.sort(Comparator.comparingDouble(q -> q.box().y1()));
    List<List<Quad>> rows = new ArrayList<>();
    float bottom = 0;
    for (Quad quad : fromTop) {
      BoundingBox box = quad.box();
      if (rows.isEmpty() || box.y1() >= bottom - 0.5 * (box.y2() - box.y1())) {
        rows.add(new ArrayList<>());
        bottom = box.y2();
      }
      bottom = Math.max(bottom, box.y2());
      rows.get(rows.size() - 1).add(quad);
    }
    rows.forEach(row -> row.sort(Comparator.comparingDouble(q -> q.box().x1())));
    return rows;
  }
}
