package io.sightline.workflow.blocks.images;

import io.sightline.vision.Attribute;
import io.sightline.vision.BoundingBox;
import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.vision.Image;
import io.sightline.vision.Mask;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bytedeco.opencv.opencv_core.Mat;

/** Moves the outlines of masks to the edges that the picture has near them. */
final class MaskEdgeSnap implements Block {
  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final Manifest MANIFEST =
        ImageFields.manifest(
                "mask_edge_snap@v1",
                "Mask Edge Snap",
                "Moves the outlines of masks to the edges that the picture has near them.")
            .field(ImageFields.image())
            .field(
                Field.required(
                    "segmentation",
                    "The masks.",
                    Forms.reference(Kind.INSTANCE_SEGMENTATION_PREDICTION),
                    Forms.text()))
            .field(
                ImageFields.wholeNumber(
                    "pixel_tolerance", 15, 1, 100, "How far an outline may move, pixels."))
            .field(number("sigma", 1, 0.01, 10, "How many standard deviations an edge stands out."))
            .field(number("min_contour_area", 50, 0, 10_000, "Smaller edges do not count, pixels."))
            .field(
                ImageFields.wholeNumber(
                    "dilation_iterations", 2, 0, 20, "How wide gaps of edges are closed."))
            .field(
                ImageFields.wholeNumber(
                    "boundary_band_width", 15, 1, 100, "How far from outlines edges are sought."))
            .field(
                ImageFields.wholeNumber(
                    "adaptive_window_size", 41, 3, 201, "Side of what an edge stands out of."))
            .output("refined_segmentation", Kind.INSTANCE_SEGMENTATION_PREDICTION)
            .output("edges", Kind.INSTANCE_SEGMENTATION_PREDICTION)
            .heavy()
            .build();

    private static Field number(
        String name, double defaultValue, double min, double max, String description) {
      return Field.optional(
          name, defaultValue, description, Forms.reference(Kind.FLOAT), Forms.number(min, max));
    }

    public V1() {
      super(MANIFEST, context -> new MaskEdgeSnap());
    }
  }

  @Override
  public BlockResult run(StepInput input) {
    Image image = input.image("image");
    Detections detections = input.detections("segmentation");
    boolean masked =
        !detections.isEmpty() && detections.items().stream().allMatch(d -> d.mask() != null);
    int tolerance = ImageFields.within(input, "pixel_tolerance", 1, 100);
    EdgeMap edges;
    try (Mat grey = Pictures.greyPixels(image)) {
      edges =
          new EdgeMap(
              grey,
              ImageFields.within(input, "adaptive_window_size", 1, 201),
              input.number("sigma"),
              ImageFields.within(input, "dilation_iterations", 0, 20));
    }
    if (masked) {
      edges.keep(band(input, detections, image));
    }
    edges.dropSmall(Math.max(0, input.number("min_contour_area")));
    List<Detection> refined = new ArrayList<>(detections.size());
    for (Detection detection : detections) {
      refined.add(
          masked
              ? detection.with(
                  Attribute.MASK, new MaskSnap(edges, tolerance).snapped(detection.mask()))
              : detection);
    }
    return BlockResult.of(
        new Detections(refined, detections.imageWidth(), detections.imageHeight()),
        found(image, edges));
  }

  private static byte[] band(StepInput input, Detections detections, Image image) {
    OutlineBand band =
        new OutlineBand(
            image.width(),
            image.height(),
            ImageFields.within(input, "boundary_band_width", 1, 100));
    for (Detection detection : detections) {
      Mask mask = detection.mask();
      if (mask.imageWidth() != image.width() || mask.imageHeight() != image.height()) {
        throw new BlockException(
            "a mask of a picture of %dx%d does not fit one of %dx%d"
                .formatted(mask.imageWidth(), mask.imageHeight(), image.width(), image.height()));
      }
      band.add(mask);
    }
    return band.pixels();
  }

  /** All edges as one detection; none where there are none. */
  private static Detections found(Image image, EdgeMap edges) {
    Mask mask = Mask.of(image.width(), image.height(), 0, 0, image.width(), edges.pixels());
    if (mask.isEmpty()) {
      return new Detections(List.of(), 0, 0);
    }
    BoundingBox box =
        new BoundingBox(
            mask.left(), mask.top(), mask.left() + mask.width(), mask.top() + mask.height());
    Detection all = Detection.on(image, box, 1, 0, "edges", UUID.randomUUID().toString());
    return new Detections(List.of(all.with(Attribute.MASK, mask)), image.width(), image.height());
  }
}
