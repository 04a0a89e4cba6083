package io.sightline.workflow.executor;

import io.sightline.vision.Image;
import io.sightline.vision.ImageOrigin;
import io.sightline.vision.ImageScope;
import io.sightline.vision.PictureDecoder;
import io.sightline.vision.PictureSource;
import io.sightline.vision.VideoMetadata;
import io.sightline.vision.VisionException;
import java.net.URI;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Pictures of one request from their wire form: base64 of a file, the same as a data URL, an
 * address, the bytes of a file, or an object with one of these as {@code value} and if wanted
 * {@code video_metadata}, {@code parent_id}, {@code parent_origin}, {@code root_parent_id}, {@code
 * root_parent_origin}. For one thread.
 */
public final class PictureReader {
  private static final Pattern DATA_URL = Pattern.compile("^data:image/[a-z+.-]{1,40};base64,");
  private static final int ADDRESS_MAX = 2048;
  private static final int TYPE_MAX = 40;

  /** Types whose values are read; a value that is right is, whatever its type says. */
  private static final Set<String> WELL_KNOWN = Set.of("base64", "url");

  private final PictureDecoder decoder;
  private final long maxPixels;
  private final Supplier<PictureSource> remote;
  private final ImageScope scope;
  private long pixels;

  /**
   * @param maxPixels of all the pictures together
   * @param remote where pictures come from that are named by address; null where there are none
   * @param scope takes the pictures
   */
  public PictureReader(
      PictureDecoder decoder, long maxPixels, Supplier<PictureSource> remote, ImageScope scope) {
    this.decoder = decoder;
    this.maxPixels = maxPixels;
    this.remote = remote;
    this.scope = scope;
  }

  /**
   * @throws InputException where {@code value} is no picture, or one beyond the bounds
   */
  Image read(String parameter, Object value) {
    if (value instanceof Image image) {
      return image;
    }
    Map<?, ?> object = value instanceof Map<?, ?> map ? map : Map.of();
    String parentId = id(object.get("parent_id"), parameter);
    ImageOrigin parent = OriginReader.read(parameter, parentId, object.get("parent_origin"));
    String rootId = id(object.get("root_parent_id"), null);
    ImageOrigin root =
        rootId == null
            ? parent
            : OriginReader.read(parameter, rootId, object.get("root_parent_origin"));
    VideoMetadata video =
        object.containsKey("video_metadata")
            ? VideoMetadataReader.read(parameter, object.get("video_metadata"))
            : null;
    Object content = content(parameter, value, object);
    try {
      Image image =
          decoder.image(
              file(content),
              content instanceof String text && !isAddress(text) ? text : null,
              parent,
              root,
              video == null ? VideoMetadata.unknown(parent.id()) : video);
      scope.adopt(image);
      pixels += (long) image.width() * image.height();
      if (pixels > maxPixels) {
        throw new VisionException(
            "the pictures of one request have more than %d pixels in all".formatted(maxPixels));
      }
      return image;
    } catch (VisionException | IllegalArgumentException e) {
      throw new InputException(
          "Detected runtime parameter `%s` defined as `WorkflowImage` that is invalid. Failed on input validation. Details: %s"
              .formatted(
                  parameter,
                  e.getMessage() + (content instanceof String ? hint(object.get("type")) : "")),
          e);
    }
  }

  /** What would be right where the type says that the value is no base64 of a file. */
  private static String hint(Object type) {
    if (!(type instanceof String text) || WELL_KNOWN.contains(text.toLowerCase(Locale.ROOT))) {
      return "";
    }
    return " Pictures of the type '%s' are not taken: send base64 of a PNG, JPEG, WebP, BMP or GIF file, or the file as a part of multipart/form-data."
        .formatted(text.length() > TYPE_MAX ? text.substring(0, TYPE_MAX) + "…" : text);
  }

  /** A text or the bytes of a file. */
  private static Object content(String parameter, Object value, Map<?, ?> object) {
    if (value instanceof String || value instanceof byte[]) {
      return value;
    }
    if (value instanceof Map<?, ?> && !object.containsKey("value")) {
      throw new InputException(
          "Detected runtime parameter `%s` defined as `WorkflowImage` that is invalid. Failed on input validation. Details: 'value'"
              .formatted(parameter),
          null);
    }
    Object inside = object.get("value");
    if (inside instanceof String || inside instanceof byte[]) {
      return inside;
    }
    throw new InputException(
        "Detected runtime parameter `%s` defined as `WorkflowImage` with type %s that is invalid. Workflows accept only base64 texts, addresses and dicts with keys `type` and `value` (or list of them).%s"
            .formatted(
                parameter,
                WireValue.type(value instanceof Map<?, ?> ? inside : value),
                hint(object.get("type"))),
        null);
  }

  private static String id(Object given, String otherwise) {
    return given instanceof String s && !s.isEmpty() ? s : otherwise;
  }

  private byte[] file(Object content) {
    if (content instanceof byte[] bytes) {
      if (bytes.length == 0) {
        throw new VisionException("Empty image payload.");
      }
      return bytes;
    }
    String text = (String) content;
    return isAddress(text) ? fetch(text) : decode(text);
  }

  private static boolean isAddress(String text) {
    return text.startsWith("http://") || text.startsWith("https://");
  }

  /** As lenient as Roboflow's: characters that are none of base64 are left out. */
  private static byte[] decode(String text) {
    String plain = DATA_URL.matcher(text).replaceFirst("");
    byte[] file;
    try {
      file = Base64.getMimeDecoder().decode(plain);
    } catch (IllegalArgumentException e) {
      throw new VisionException("Malformed base64 input image.");
    }
    if (file.length == 0) {
      throw new VisionException("Empty image payload.");
    }
    return file;
  }

  private byte[] fetch(String address) {
    PictureSource source = remote.get();
    if (source == null) {
      throw new VisionException("this server takes no pictures by address");
    }
    if (address.length() > ADDRESS_MAX) {
      throw new VisionException("an address has at most %d characters".formatted(ADDRESS_MAX));
    }
    return source.fetch(URI.create(address));
  }
}
