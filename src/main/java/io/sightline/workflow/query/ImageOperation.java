package io.sightline.workflow.query;

import io.sightline.vision.Image;
import io.sightline.vision.Jpeg;
import io.sightline.vision.VideoMetadata;
import java.util.Base64;

/** Operations on a picture. */
sealed interface ImageOperation extends Operation {
  /** The place of the operation in its chain, for errors. */
  String place();

  /** The operation's name in errors. */
  String title();

  Object on(Image image);

  @Override
  default Object apply(Object value, Scope scope) {
    if (value instanceof Image image) {
      return on(image);
    }
    throw QueryException.input(
        place(),
        "Executing %s(...) in context %s, expected WorkflowImageData object as value, got %s of type %s"
            .formatted(title(), place(), Python.brief(value), Python.type(value)));
  }

  record Property(String place, String name) implements ImageOperation {
    @Override
    public String title() {
      return "extract_detections_property";
    }

    @Override
    public Object on(Image image) {
      return switch (name) {
        case "size" -> image.width() * image.height();
        case "height" -> image.height();
        case "width" -> image.width();
        default -> (double) image.width() / image.height();
      };
    }
  }

  record FrameMetadata(String place, String name) implements ImageOperation {
    @Override
    public String title() {
      return "extract_frame_metadata";
    }

    @Override
    public Object on(Image image) {
      VideoMetadata video = image.video();
      boolean rate = video != null && video.fps() != null && video.fps() != 0;
      if (video == null || name.equals("seconds_since_start") && !rate) {
        throw QueryException.operation(
            place,
            "While Using operation extract_frame_metadata(...) in context %s encountered error: the"
                    .formatted(place)
                + " picture has no frame rate");
      }
      return switch (name) {
        case "frame_number" -> video.frameNumber();
        case "frame_timestamp" -> video.moment();
        default -> (video.frameNumber() - 1) / video.fps();
      };
    }
  }

  record ToJpeg(String place, int quality) implements ImageOperation {
    @Override
    public String title() {
      return "encode_image_to_jpeg";
    }

    @Override
    public Object on(Image image) {
      return Jpeg.encode(image, quality);
    }
  }

  record ToBase64(String place) implements ImageOperation {
    private static final int QUALITY = 95;

    @Override
    public String title() {
      return "encode_image_to_base64";
    }

    @Override
    public Object on(Image image) {
      return Base64.getEncoder().encodeToString(Jpeg.encode(image, QUALITY));
    }
  }
}
