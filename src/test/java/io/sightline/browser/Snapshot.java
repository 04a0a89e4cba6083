package io.sightline.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * One moment of the page.
 *
 * @param width of the frame that the server saw, pixels
 * @param boxes of that frame, pixels of it
 * @param picture what the annotated video showed
 */
record Snapshot(int width, int height, List<Box> boxes, BufferedImage picture) {

  /** A detection's box: its corners in pixels, and the id of its class. */
  record Box(double left, double top, double right, double bottom, int classId) {}

  static Snapshot of(JsonNode result, String png) {
    List<Box> boxes = new ArrayList<>();
    for (JsonNode p : result.at("/serialized_output_data/predictions/predictions")) {
      double halfWidth = p.path("width").asDouble() / 2;
      double halfHeight = p.path("height").asDouble() / 2;
      double x = p.path("x").asDouble();
      double y = p.path("y").asDouble();
      int classId = p.path("class_id").asInt();
      boxes.add(new Box(x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight, classId));
    }
    JsonNode metadata = result.path("video_metadata");
    return new Snapshot(
        metadata.path("width").asInt(), metadata.path("height").asInt(), boxes, picture(png));
  }

  private static BufferedImage picture(String png) {
    try {
      return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(png)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
