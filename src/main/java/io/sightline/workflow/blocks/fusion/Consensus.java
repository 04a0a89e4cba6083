package io.sightline.workflow.blocks.fusion;

import io.sightline.vision.Attribute;
import io.sightline.vision.BoundingBox;
import io.sightline.vision.Detection;
import io.sightline.vision.DetectionsUnion;
import io.sightline.vision.Mask;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Finds what several models agree on: each detection asks the other models for the one that it
 * overlaps with most; enough of them become one.
 */
final class Consensus {
  /**
   * What the models must agree in and how one detection is made of several.
   *
   * @param votes models that must have found an object
   * @param classAware true where they must agree in its class
   * @param iou intersection over union above which two detections are of one object
   * @param confidence lowest confidence of what they agree on
   */
  record Rules(
      int votes,
      boolean classAware,
      double iou,
      double confidence,
      Aggregation confidences,
      Aggregation boxes,
      MaskAggregation masks) {}

  private record Match(Detection detection, float iou) {}

  private final Rules rules;
  private final List<List<Detection>> sources;
  private final Set<String> considered = new HashSet<>();

  /**
   * @param sources what each model has found on the same picture
   */
  Consensus(Rules rules, List<List<Detection>> sources) {
    this.rules = rules;
    this.sources = sources;
  }

  List<Detection> find() {
    Comparisons.check(sources.stream().mapToInt(List::size).sum());
    List<Detection> all = new ArrayList<>();
    for (int source = 0; source < sources.size(); source++) {
      for (Detection detection : sources.get(source)) {
        if (!considered.contains(detection.id())) {
          agree(source, detection, all);
        }
      }
    }
    return all;
  }

  private void agree(int source, Detection detection, List<Detection> all) {
    List<Detection> group = new ArrayList<>();
    group.add(detection);
    matches(source, detection).forEach((other, match) -> group.add(match.detection()));
    if (group.size() < rules.votes()) {
      return;
    }
    List<Detection> joined = masked(group);
    DetectionsUnion.check(joined);
    double sureness = rules.confidences().ofConfidences(joined);
    if (sureness >= rules.confidence()) {
      all.add(join(joined, sureness));
      group.forEach(d -> considered.add(d.id()));
    }
  }

  /** For each other model that has one, its detection with the most overlap. */
  private Map<Integer, Match> matches(int source, Detection detection) {
    Map<Integer, Match> best = new TreeMap<>();
    for (int other = 0; other < sources.size(); other++) {
      for (Detection candidate : other == source ? List.<Detection>of() : sources.get(other)) {
        if (considered.contains(candidate.id())
            || rules.classAware() && !candidate.className().equals(detection.className())) {
          continue;
        }
        float iou = detection.box().iou(candidate.box());
        Match known = best.get(other);
        if (iou > rules.iou() && (known == null || known.iou() < iou)) {
          best.put(other, new Match(candidate, iou));
        }
      }
    }
    return best;
  }

  /** The same, with empty masks for those that have none where others have. */
  private static List<Detection> masked(List<Detection> group) {
    Mask like =
        group.stream().map(Detection::mask).filter(Objects::nonNull).findFirst().orElse(null);
    if (like == null) {
      return group;
    }
    Mask empty = Mask.empty(like.imageWidth(), like.imageHeight());
    return group.stream().map(d -> d.mask() == null ? d.with(Attribute.MASK, empty) : d).toList();
  }

  private Detection join(List<Detection> group, double confidence) {
    Detection first = group.get(0);
    Detection voted = rules.confidences().classOf(group);
    BoundingBox box;
    Map<Attribute, Object> attributes = new EnumMap<>(Attribute.class);
    if (first.mask() == null) {
      box = rules.boxes().boxOf(group);
    } else {
      Mask mask = rules.masks().of(group.stream().map(Detection::mask).toList());
      attributes.put(Attribute.MASK, mask);
      box = around(mask);
    }
    return new Detection(
        box,
        confidence,
        voted.classId(),
        voted.className(),
        UUID.randomUUID().toString(),
        null,
        first.parent(),
        first.root(),
        Collections.unmodifiableMap(attributes));
  }

  /** From the first to the last pixel, as supervision puts boxes around masks. */
  private static BoundingBox around(Mask mask) {
    return mask.isEmpty()
        ? new BoundingBox(0, 0, 0, 0)
        : new BoundingBox(
            mask.left(),
            mask.top(),
            mask.left() + mask.width() - 1,
            mask.top() + mask.height() - 1);
  }
}
