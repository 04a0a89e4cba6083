package io.sightline.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.sightline.vision.Detections;
import io.sightline.vision.Image;
import io.sightline.vision.Jpeg;
import io.sightline.vision.Moments;
import io.sightline.vision.VideoMetadata;
import java.io.IOException;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.Map;

/**
 * Writes the value of one output: numbers, text, detections, pictures, moments, and lists and maps
 * of them. Safe for use by several threads.
 */
public final class ValueWriter {
  /** Deeper values than this are refused: they would contain themselves. */
  private static final int MAX_DEPTH = 64;

  private final PictureForm pictures;

  public ValueWriter(PictureForm pictures) {
    this.pictures = pictures;
  }

  /**
   * @throws ValueException where the value or a part of it has no form in JSON
   * @throws IOException where the target is full
   */
  public void write(JsonGenerator json, Object value) throws IOException {
    write(json, value, 0);
  }

  /** A number that may be absent. */
  public static void field(JsonGenerator json, String name, Number value) throws IOException {
    json.writeFieldName(name);
    number(json, value);
  }

  /** A number; null where it is absent, infinite or not a number. */
  static void number(JsonGenerator json, Number value) throws IOException {
    if (value instanceof Integer || value instanceof Long || value instanceof Short) {
      json.writeNumber(value.longValue());
    } else if (value instanceof BigInteger whole) {
      json.writeNumber(whole);
    } else if (value instanceof BigDecimal decimal) {
      json.writeNumber(decimal);
    } else if (value == null || !Double.isFinite(value.doubleValue())) {
      json.writeNull();
    } else {
      json.writeNumber(value.doubleValue());
    }
  }

  private void write(JsonGenerator json, Object value, int depth) throws IOException {
    if (depth > MAX_DEPTH) {
      throw new ValueException("a value is nested deeper than %d levels".formatted(MAX_DEPTH));
    }
    if (value == null) {
      json.writeNull();
    } else if (value instanceof Detections detections) {
      DetectionsWriter.write(json, detections);
    } else if (value instanceof CharSequence text) {
      json.writeString(text.toString());
    } else if (value instanceof Byte small) {
      json.writeNumber(small.intValue());
    } else if (value instanceof Number number) {
      number(json, number);
    } else if (value instanceof Boolean flag) {
      json.writeBoolean(flag);
    } else if (value instanceof Map<?, ?> map) {
      map(json, map, depth);
    } else if (value instanceof Collection<?> list) {
      json.writeStartArray();
      for (Object element : list) {
        write(json, element, depth + 1);
      }
      json.writeEndArray();
    } else if (value instanceof Image image) {
      image(json, image);
    } else {
      rare(json, value, depth);
    }
  }

  private void rare(JsonGenerator json, Object value, int depth) throws IOException {
    if (value instanceof byte[] bytes) {
      json.writeBinary(bytes);
    } else if (value.getClass().isArray()) {
      json.writeStartArray();
      for (int i = 0; i < Array.getLength(value); i++) {
        write(json, Array.get(value, i), depth + 1);
      }
      json.writeEndArray();
    } else if (value instanceof VideoMetadata video) {
      video(json, video);
    } else if (value instanceof Instant instant) {
      json.writeString(Moments.local(instant));
    } else if (Moments.is(value)) {
      json.writeString(Moments.text((Temporal) value));
    } else if (value instanceof Enum<?> || value instanceof Character) {
      json.writeString(value.toString());
    } else {
      throw new ValueException(
          "a value of type %s has no form in JSON".formatted(value.getClass().getSimpleName()));
    }
  }

  private void map(JsonGenerator json, Map<?, ?> map, int depth) throws IOException {
    json.writeStartObject();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      json.writeFieldName(String.valueOf(entry.getKey()));
      write(json, entry.getValue(), depth + 1);
    }
    json.writeEndObject();
  }

  private void image(JsonGenerator json, Image image) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "base64");
    String encoded = pictures.asReceived() ? image.encoded() : null;
    if (encoded != null) {
      json.writeStringField("value", encoded);
    } else {
      json.writeBinaryField("value", Jpeg.encode(image, pictures.jpegQuality()));
    }
    json.writeFieldName("video_metadata");
    video(json, image.video());
    if (pictures.origins() && !image.parent().id().equals(image.root().id())) {
      json.writeStringField("parent_id", image.parent().id());
      DetectionsWriter.origin(json, "parent_origin", image.parent());
      json.writeStringField("root_parent_id", image.root().id());
      DetectionsWriter.origin(json, "root_parent_origin", image.root());
    }
    json.writeEndObject();
  }

  private static void video(JsonGenerator json, VideoMetadata video) throws IOException {
    if (video == null) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    json.writeStringField("video_identifier", video.videoIdentifier());
    json.writeNumberField("frame_number", video.frameNumber());
    json.writeStringField("frame_timestamp", Moments.text(video.moment()));
    field(json, "fps", video.fps());
    field(json, "measured_fps", video.measuredFps());
    json.writeFieldName("comes_from_video_file");
    if (video.comesFromVideoFile() == null) {
      json.writeNull();
    } else {
      json.writeBoolean(video.comesFromVideoFile());
    }
    json.writeEndObject();
  }
}
