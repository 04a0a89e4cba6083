package io.sightline.workflow.blocks.visualizations;

import io.sightline.vision.Attribute;
import io.sightline.vision.BoundingBox;
import io.sightline.vision.Detection;
import io.sightline.workflow.block.BlockException;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** What a detection's label says. */
final class LabelText {
  /** No picture is as wide as that. */
  private static final int MAX_LENGTH = 10_000;

  private LabelText() {}

  /**
   * The text, at most 10,000 characters of it.
   *
   * @param what as the field text of the block names it
   * @param place the detection's place among the others
   */
  static String of(String what, Detection detection, int place) {
    String text = text(what, detection, place);
    return text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
  }

  private static String text(String what, Detection detection, int place) {
    return switch (what) {
      case "Class" -> detection.className();
      case "Confidence" -> confidence(detection.confidence());
      case "Class and Confidence" ->
          detection.className() + " " + confidence(detection.confidence());
      case "Index" -> Integer.toString(place);
      case "Dimensions" -> dimensions(detection.box());
      case "Area" -> Long.toString((long) area(detection.box()));
      case "Area (mask)" -> decimals("Area (mask): ", detection, Attribute.AREA_PX);
      case "Area (converted)" -> decimals("Area (conv): ", detection, Attribute.AREA_CONVERTED);
      case "Tracker Id" ->
          detection.trackerId() == null ? "No Tracker ID" : detection.trackerId().toString();
      case "Time In Zone" -> timeInZone(detection.attributes().get(Attribute.TIME_IN_ZONE));
      default -> throw new BlockException("Invalid text type: " + what);
    };
  }

  /**
   * Two decimals, halves to the even neighbour; what a model gives is a float, and that times 100
   * is exact in a double.
   */
  static String confidence(double confidence) {
    if (Double.isFinite(confidence)
        && (Math.abs(confidence) > 1 || confidence != (float) confidence)) {
      return rounded(confidence).toPlainString();
    }
    long hundredths = (long) Math.rint(confidence * 100.0);
    long rest = Math.abs(hundredths % 100);
    return (hundredths < 0 ? "-" : "")
        + Math.abs(hundredths / 100)
        + (rest < 10 ? ".0" : ".")
        + rest;
  }

  private static String dimensions(BoundingBox box) {
    int x = (int) ((box.x1() + box.x2()) / 2);
    int y = (int) ((box.y1() + box.y2()) / 2);
    return x + ", " + y + " " + (int) (box.x2() - box.x1()) + "x" + (int) (box.y2() - box.y1());
  }

  private static double area(BoundingBox box) {
    return ((double) box.x2() - box.x1()) * ((double) box.y2() - box.y1());
  }

  private static String decimals(String prefix, Detection detection, Attribute attribute) {
    return detection.attributes().get(attribute) instanceof Number n
        ? prefix + rounded(n.doubleValue()).toPlainString()
        : prefix + "N/A";
  }

  private static String timeInZone(Object seconds) {
    if (!(seconds instanceof Number n) || n.doubleValue() == 0) {
      return "In zone: N/A";
    }
    String digits = rounded(n.doubleValue()).stripTrailingZeros().toPlainString();
    return "In zone: " + digits + (digits.contains(".") ? "" : ".0") + "s";
  }

  private static BigDecimal rounded(double value) {
    return new BigDecimal(value).setScale(2, RoundingMode.HALF_EVEN);
  }
}
