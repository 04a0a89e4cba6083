package io.sightline.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/** Holds a picture in base64 against recorded pixels and mean colours of regions. */
final class PictureProbes {
  private PictureProbes() {}

  /** What is wrong with the picture; null where nothing is. */
  static String problem(JsonNode probe, String base64) {
    BufferedImage image;
    try {
      byte[] file = Base64.getMimeDecoder().decode(base64.substring(base64.indexOf(',') + 1));
      image = ImageIO.read(new ByteArrayInputStream(file));
    } catch (IOException | IllegalArgumentException e) {
      return "is no picture: " + e.getMessage();
    }
    if (image == null) {
      return "is no picture";
    }
    if (image.getWidth() != probe.get("width").asInt()
        || image.getHeight() != probe.get("height").asInt()) {
      return "is %dx%d".formatted(image.getWidth(), image.getHeight());
    }
    int different = 0;
    String example = "";
    for (JsonNode p : probe.get("probes")) {
      double[] pixel = mean(image, p.get("x").asInt(), p.get("y").asInt(), 1, 1);
      if (differs(pixel, p.get("rgb"), p.get("tol").asDouble())) {
        different++;
        example = p + " is " + text(pixel);
      }
    }
    for (JsonNode r : probe.get("regions")) {
      double[] mean =
          mean(
              image,
              r.get("x").asInt(),
              r.get("y").asInt(),
              r.get("w").asInt(),
              r.get("h").asInt());
      if (differs(mean, r.get("mean_rgb"), r.get("tol").asDouble())) {
        different++;
        example = r + " is " + text(mean);
      }
    }
    return different == 0 ? null : different + " places differ, such as " + example;
  }

  private static boolean differs(double[] got, JsonNode wanted, double tolerance) {
    for (int c = 0; c < wanted.size(); c++) {
      if (Math.abs(got[c] - wanted.get(c).asDouble()) > tolerance) {
        return true;
      }
    }
    return false;
  }

  /** Red, green and blue; of a grey picture its own values, without any conversion. */
  private static double[] mean(BufferedImage image, int left, int top, int width, int height) {
    boolean grey = image.getRaster().getNumBands() < 3;
    double[] sum = new double[3];
    for (int y = top; y < top + height; y++) {
      for (int x = left; x < left + width; x++) {
        int rgb = image.getRGB(x, y);
        for (int c = 0; c < 3; c++) {
          sum[c] += grey ? image.getRaster().getSample(x, y, 0) : rgb >> (16 - 8 * c) & 0xFF;
        }
      }
    }
    for (int c = 0; c < 3; c++) {
      sum[c] /= (double) width * height;
    }
    return sum;
  }

  private static String text(double[] colour) {
    return "%.1f,%.1f,%.1f".formatted(colour[0], colour[1], colour[2]);
  }
}
