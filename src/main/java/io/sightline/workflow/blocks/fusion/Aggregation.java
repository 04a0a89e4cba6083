package io.sightline.workflow.blocks.fusion;

import io.sightline.vision.BoundingBox;
import io.sightline.vision.Detection;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How one value is made of those of several detections. */
enum Aggregation {
  AVERAGE,
  MAX,
  MIN;

  /** The names that documents know them by. */
  static final String[] NAMES = {"average", "max", "min"};

  static Aggregation named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  /** One of at least one number; the mean is exact before it is rounded, as Python's is. */
  double of(List<Double> values) {
    double sum = 0;
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      sum += value;
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    if (this == AVERAGE) {
      return Double.isFinite(sum) ? mean(values) : sum;
    }
    return this == MIN ? least : most;
  }

  private static double mean(List<Double> values) {
    BigDecimal sum = BigDecimal.ZERO;
    for (double value : values) {
      sum = sum.add(new BigDecimal(value));
    }
    return sum.divide(BigDecimal.valueOf(values.size()), MathContext.DECIMAL128).doubleValue();
  }

  double ofConfidences(List<Detection> detections) {
    return of(detections.stream().map(Detection::confidence).toList());
  }

  /** The detection with the class for all: the most frequent class, or the most or least sure. */
  Detection classOf(List<Detection> detections) {
    return switch (this) {
      case MAX -> first(detections, Comparator.comparingDouble(d -> -d.confidence()));
      case MIN -> first(detections, Comparator.comparingDouble(Detection::confidence));
      default -> mostFrequent(detections);
    };
  }

  private static Detection mostFrequent(List<Detection> detections) {
    Map<String, Integer> votes = new LinkedHashMap<>();
    Detection winner = null;
    detections.forEach(d -> votes.merge(classOf(d), 1, Integer::sum));
    for (Detection d : detections) {
      if (winner == null || votes.get(classOf(d)) > votes.get(classOf(winner))) {
        winner = d;
      }
    }
    return winner;
  }

  private static String classOf(Detection detection) {
    return detection.classId() + " " + detection.className();
  }

  /** The mean box, or the largest or smallest. */
  BoundingBox boxOf(List<Detection> detections) {
    return switch (this) {
      case MAX -> first(detections, Comparator.comparingDouble(d -> -area(d))).box();
      case MIN -> first(detections, Comparator.comparingDouble(Aggregation::area)).box();
      default -> meanBox(detections);
    };
  }

  /** In 32 bits, as boxes are. */
  private static BoundingBox meanBox(List<Detection> detections) {
    float x1 = 0;
    float y1 = 0;
    float x2 = 0;
    float y2 = 0;
    for (Detection d : detections) {
      x1 += d.box().x1();
      y1 += d.box().y1();
      x2 += d.box().x2();
      y2 += d.box().y2();
    }
    float count = detections.size();
    return new BoundingBox(x1 / count, y1 / count, x2 / count, y2 / count);
  }

  private static float area(Detection detection) {
    BoundingBox box = detection.box();
    return (box.y2() - box.y1()) * (box.x2() - box.x1());
  }

  private static Detection first(List<Detection> detections, Comparator<Detection> order) {
    return detections.stream().min(order).orElseThrow();
  }
}
