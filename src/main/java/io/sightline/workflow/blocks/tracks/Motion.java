package io.sightline.workflow.blocks.tracks;

import io.sightline.vision.Attribute;
import io.sightline.vision.BoundingBox;
import java.util.EnumMap;
import java.util.Map;

/** Where an object's centre is and how fast it moves, in pixels and seconds. */
final class Motion {
  private boolean seen;
  private double x;
  private double y;
  private double time;
  private double velocityX;
  private double velocityY;
  private double smoothX;
  private double smoothY;

  /**
   * @param alpha weight of the newest velocity
   */
  void see(BoundingBox box, double now, double alpha) {
    double newX = ((double) box.x1() + box.x2()) / 2;
    double newY = ((double) box.y1() + box.y2()) / 2;
    double passed = now - time;
    boolean moved = seen && passed > 0;
    velocityX = moved ? (newX - x) / passed : 0;
    velocityY = moved ? (newY - y) / passed : 0;
    if (seen) {
      smoothX = alpha * velocityX + (1 - alpha) * smoothX;
      smoothY = alpha * velocityY + (1 - alpha) * smoothY;
    }
    seen = true;
    x = newX;
    y = newY;
    time = now;
  }

  /**
   * What a detection tells of it.
   *
   * @param scale pixels of a metre
   */
  Map<Attribute, Object> tell(double scale) {
    Map<Attribute, Object> told = new EnumMap<>(Attribute.class);
    told.put(Attribute.VELOCITY, new double[] {velocityX / scale, velocityY / scale});
    told.put(Attribute.SPEED, Math.hypot(velocityX, velocityY) / scale);
    told.put(Attribute.SMOOTHED_VELOCITY, new double[] {smoothX / scale, smoothY / scale});
    told.put(Attribute.SMOOTHED_SPEED, Math.hypot(smoothX, smoothY) / scale);
    return told;
  }
}
