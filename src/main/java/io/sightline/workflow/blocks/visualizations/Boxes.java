package io.sightline.workflow.blocks.visualizations;

import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.vision.Image;
import io.sightline.vision.Region;
import java.util.ArrayList;
import java.util.List;

/** The boxes of detections as regions of a picture. */
final class Boxes {
  private Boxes() {}

  /** As the reference cuts them out: an edge left of or above the picture counts from behind. */
  static List<Region> sliced(Detections detections, Image image) {
    List<Region> regions = new ArrayList<>(detections.size());
    for (Detection detection : detections) {
      regions.add(Region.of(detection.box()).sliced(image.width(), image.height()));
    }
    return regions;
  }

  /** What of them lies in the picture; empty ones where nothing does. */
  static List<Region> clipped(Detections detections, Image image) {
    Region all = Region.all(image);
    List<Region> regions = new ArrayList<>(detections.size());
    for (Detection detection : detections) {
      regions.add(Region.of(detection.box()).clip(all));
    }
    return regions;
  }
}
