package io.sightline.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.image.BufferedImage;

/** Outlines as lists of points: how much of them is common. */
final class Outlines {
  private Outlines() {}

  /** Pixels of both over pixels of either, borders included. */
  static double overlap(JsonNode expected, JsonNode actual) {
    if (!actual.isArray() || actual.size() < 3) {
      return 0;
    }
    int width = 2;
    int height = 2;
    for (JsonNode outline : new JsonNode[] {expected, actual}) {
      for (JsonNode point : outline) {
        width = Math.max(width, 2 + (int) point.path("x").asDouble());
        height = Math.max(height, 2 + (int) point.path("y").asDouble());
      }
    }
    BufferedImage a = drawn(expected, width, height);
    BufferedImage b = drawn(actual, width, height);
    int common = 0;
    int either = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        boolean inA = a.getRGB(x, y) != Color.BLACK.getRGB();
        boolean inB = b.getRGB(x, y) != Color.BLACK.getRGB();
        common += inA && inB ? 1 : 0;
        either += inA || inB ? 1 : 0;
      }
    }
    return either == 0 ? 1 : (double) common / either;
  }

  private static BufferedImage drawn(JsonNode outline, int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Polygon polygon = new Polygon();
    outline.forEach(
        p -> polygon.addPoint((int) p.path("x").asDouble(), (int) p.path("y").asDouble()));
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillPolygon(polygon);
    graphics.drawPolygon(polygon);
    graphics.dispose();
    return image;
  }
}
