package io.sightline.workflow.blocks.codes;

import io.sightline.vision.Attribute;
import io.sightline.vision.BoundingBox;
import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.vision.Image;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Codes as detections, and the field that both detectors have. */
final class CodeDetections {
  private CodeDetections() {}

  static Field images() {
    return Field.required("images", "The picture to read.", Forms.reference(Kind.IMAGE))
        .alias("image");
  }

  static Detections of(Image image, List<Code> codes, String className) {
    List<Detection> detections = new ArrayList<>(codes.size());
    for (Code code : codes) {
      BoundingBox box = new BoundingBox(code.x1(), code.y1(), code.x2(), code.y2());
      detections.add(
          Detection.on(image, box, 1, 0, className, UUID.randomUUID().toString())
              .with(Attribute.DATA, code.text()));
    }
    return new Detections(detections, image.width(), image.height());
  }
}
