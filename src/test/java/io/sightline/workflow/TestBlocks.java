package io.sightline.workflow;

import io.sightline.vision.BoundingBox;
import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.vision.Image;
import io.sightline.vision.ImageOrigin;
import io.sightline.vision.VideoMetadata;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockContext;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.BlockType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Form;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.query.OperationChain;
import io.sightline.workflow.query.OperationsForm;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;

/** Small blocks that use every feature of the engine: dimensions up and down, empty values. */
final class TestBlocks {
  private TestBlocks() {}

  private record Type(Manifest manifest, Function<BlockContext, Block> factory)
      implements BlockType {
    @Override
    public Block create(BlockContext context) {
      return factory.apply(context);
    }
  }

  static BlockType type(Manifest manifest, Block block) {
    return new Type(manifest, context -> block);
  }

  static List<BlockType> all() {
    return List.of(blur(), filter(), crop(), collapse(), firstNonEmpty());
  }

  private static final Form DETECTIONS =
      Forms.reference(
          Kind.OBJECT_DETECTION_PREDICTION,
          Kind.INSTANCE_SEGMENTATION_PREDICTION,
          Kind.KEYPOINT_DETECTION_PREDICTION);

  /** Copies the picture: only the manifest matters. */
  private static BlockType blur() {
    return type(
        Manifest.of("roboflow_core/image_blur@v1", "ImageBlur")
            .field(Field.required("image", "", Forms.reference(Kind.IMAGE)))
            .field(
                Field.optional(
                    "blur_type",
                    "gaussian",
                    "",
                    Forms.reference(Kind.STRING),
                    Forms.oneOf("average", "gaussian", "median", "bilateral")))
            .field(
                Field.optional(
                    "kernel_size", 5, "", Forms.reference(Kind.INTEGER), Forms.wholeNumber()))
            .output("image", Kind.IMAGE)
            .build(),
        input -> BlockResult.of(input.copy(input.image("image"))));
  }

  private static BlockType filter() {
    return type(
        Manifest.of("roboflow_core/detections_filter@v1", "DetectionsFilter")
            .field(Field.required("predictions", "", DETECTIONS))
            .field(Field.required("operations", "", new OperationsForm()))
            .field(
                Field.optional("operations_parameters", Map.of(), "", Forms.map(Forms.reference())))
            .output("predictions", Kind.OBJECT_DETECTION_PREDICTION)
            .build(),
        input ->
            BlockResult.of(
                ((OperationChain) input.value("operations"))
                    .apply(
                        input.value("predictions"), names(input.value("operations_parameters")))));
  }

  private static BlockType crop() {
    return type(
        Manifest.of("roboflow_core/dynamic_crop@v1", "DynamicCrop", "Crop")
            .field(Field.required("images", "", Forms.reference(Kind.IMAGE)).alias("image"))
            .field(Field.required("predictions", "", DETECTIONS).alias("detections"))
            .output("crops", Kind.IMAGE)
            .output("predictions", Kind.OBJECT_DETECTION_PREDICTION)
            .outputOffset(1)
            .build(),
        input -> {
          List<BlockResult.Values> crops = new ArrayList<>();
          Image image = input.image("images");
          for (Detection detection : input.detections("predictions")) {
            Image crop = crop(image, detection, input.images()::adopt);
            Detections moved = crop == null ? null : onCrop(detection, crop);
            crops.add(BlockResult.of(crop, moved));
          }
          return new BlockResult.Elements(crops);
        });
  }

  private static Image crop(Image image, Detection d, Function<Image, Image> adopt) {
    BoundingBox box = d.box();
    int x = (int) Math.rint(box.x1());
    int y = (int) Math.rint(box.y1());
    int right = Math.min((int) Math.rint(box.x2()), image.width());
    int bottom = Math.min((int) Math.rint(box.y2()), image.height());
    if (x < 0 || y < 0 || right <= x || bottom <= y) {
      return null;
    }
    Rect area = new Rect(x, y, right - x, bottom - y);
    Mat pixels = new Mat(image.pixels(), area).clone();
    VideoMetadata video = new VideoMetadata(d.id(), 0, Instant.now(), 30.0, null, null);
    Image whole = Image.frame(pixels, null, "crop", video);
    Image crop =
        adopt.apply(
            whole.withOrigin(
                new ImageOrigin(d.id(), x, y, image.width(), image.height()),
                new ImageOrigin(
                    image.root().id(),
                    image.root().offsetX() + x,
                    image.root().offsetY() + y,
                    image.root().width(),
                    image.root().height()),
                video));
    whole.release();
    return crop;
  }

  private static Detections onCrop(Detection d, Image crop) {
    int x = crop.parent().offsetX();
    int y = crop.parent().offsetY();
    BoundingBox box = d.box();
    return new Detections(
        List.of(
            new Detection(
                new BoundingBox(box.x1() - x, box.y1() - y, box.x2() - x, box.y2() - y),
                d.confidence(),
                d.classId(),
                d.className(),
                d.id(),
                d.trackerId(),
                d.parent(),
                d.root(),
                d.attributes())),
        crop.parent().width(),
        crop.parent().height());
  }

  private static BlockType collapse() {
    return type(
        Manifest.of("roboflow_core/dimension_collapse@v1", "DimensionCollapse")
            .field(Field.required("data", "", Forms.reference()))
            .output("output", Kind.LIST_OF_VALUES)
            .outputOffset(-1)
            .build(),
        input -> BlockResult.of(input.value("data")));
  }

  private static BlockType firstNonEmpty() {
    return type(
        Manifest.of("roboflow_core/first_non_empty_or_default@v1", "FirstNonEmptyOrDefault")
            .field(Field.required("data", "", Forms.list(1, Forms.reference())))
            .field(Field.optional("default", null, "", Forms.any()))
            .output("output")
            .acceptsEmptyValues()
            .build(),
        input -> {
          for (Object value : input.list("data")) {
            if (value != null) {
              return BlockResult.of(value);
            }
          }
          return BlockResult.of(input.value("default"));
        });
  }

  private static Map<String, Object> names(Object map) {
    Map<String, Object> names = new HashMap<>();
    ((Map<?, ?>) map).forEach((key, value) -> names.put((String) key, value));
    return names;
  }
}
