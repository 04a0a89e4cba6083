package io.sightline.workflow.executor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.vision.Image;
import io.sightline.vision.ImageOrigin;
import io.sightline.vision.ImagePool;
import io.sightline.vision.ImageScope;
import io.sightline.vision.PictureDecoder;
import io.sightline.vision.PictureSource;
import io.sightline.vision.VisionException;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PictureReaderTest {
  /** A PNG file of 3 x 2 pixels. */
  private static final String PNG =
      "iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAFUlEQVR4nGPkOiHHwMDAwMDAxAADABEIAPSNR5i4"
          + "AAAAAElFTkSuQmCC";

  private final ImagePool pool = new ImagePool(0);
  private final ImageScope scope = new ImageScope(pool);
  private final List<URI> asked = new ArrayList<>();
  private PictureSource source;
  private final PictureReader reader =
      new PictureReader(new PictureDecoder(1000, 100), 41, () -> source, scope);

  @AfterEach
  void close() {
    scope.close();
    pool.close();
  }

  private String refusal(Object value) {
    String message =
        assertThrows(InputException.class, () -> reader.read("x.[0]", value)).getMessage();
    assertTrue(message.startsWith("Detected runtime parameter `x.[0]` "), message);
    return message;
  }

  private static Map<String, Object> object(Object... namesAndValues) {
    Map<String, Object> object = new HashMap<>(Map.of("type", "base64", "value", PNG));
    for (int i = 0; i < namesAndValues.length; i += 2) {
      object.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return object;
  }

  @Test
  void readsTextsDataUrlsAndObjects() {
    for (Object value : new Object[] {PNG, "data:image/png;base64," + PNG, object()}) {
      Image image = reader.read("x.[0]", value);
      assertEquals(3, image.width());
      assertEquals(2, image.height());
      assertEquals(ImageOrigin.whole("x.[0]", 3, 2), image.parent());
      assertEquals("x.[0]", image.video().videoIdentifier());
      assertEquals(0, image.video().frameNumber());
      assertEquals(30.0, image.video().fps());
    }
  }

  @Test
  void readsTheFrameThatAPictureIs() {
    Map<String, Object> video =
        Map.of(
            "video_identifier",
            "cam",
            "frame_number",
            7,
            "frame_timestamp",
            "2024-03-01T12:00:00.100000+00:00",
            "fps",
            10,
            "comes_from_video_file",
            true);
    Image image = reader.read("x", object("video_metadata", video));
    assertEquals("cam", image.video().videoIdentifier());
    assertEquals(7, image.video().frameNumber());
    assertEquals(Instant.parse("2024-03-01T12:00:00.1Z"), image.video().frameTimestamp());
    assertEquals(ZoneOffset.UTC, image.video().offset());
    assertEquals(10.0, image.video().fps());
    assertEquals(true, image.video().comesFromVideoFile());
    assertNull(image.video().measuredFps());
  }

  @Test
  void readsWhereAPictureWasCutFrom() {
    Map<String, Object> origin = Map.of("offset_x", 5, "offset_y", 6, "width", 32, "height", 24);
    Image image =
        reader.read(
            "x",
            object(
                "parent_id",
                "crop",
                "parent_origin",
                origin,
                "root_parent_id",
                "root",
                "root_parent_origin",
                origin));
    assertEquals(new ImageOrigin("crop", 5, 6, 32, 24), image.parent());
    assertEquals(new ImageOrigin("root", 5, 6, 32, 24), image.root());
    assertEquals("crop", image.video().videoIdentifier());
    assertTrue(refusal(object("parent_origin", 5)).contains("not a dict"));
    assertTrue(refusal(object("parent_origin", Map.of("offset_x", 1))).contains("malformed"));
  }

  @Test
  void refusesWhatIsNoPicture() {
    assertTrue(refusal("@@@").contains("Empty image payload"));
    assertTrue(refusal("/etc/passwd").contains("Data is not image"));
    assertTrue(refusal(5).contains("with type int"));
    assertTrue(refusal(object("value", 5)).contains("with type int"));
    assertTrue(refusal(Map.of("type", "base64")).endsWith("Details: 'value'"));
    assertTrue(
        refusal(Base64.getEncoder().encodeToString(new byte[1001])).contains("at most 1000"));
  }

  @Test
  void boundsThePixelsOfAllPictures() {
    for (int i = 0; i < 6; i++) {
      reader.read("x", PNG);
    }
    assertTrue(refusal(PNG).contains("more than 41 pixels in all"));
  }

  @Test
  void asksTheServerForPicturesByAddress() {
    assertTrue(refusal("https://a.example/p.png").contains("takes no pictures by address"));
    source =
        address -> {
          asked.add(address);
          return Base64.getDecoder().decode(PNG);
        };
    Image image = reader.read("x.[0]", object("value", "https://a.example/p.png"));
    assertEquals(List.of(URI.create("https://a.example/p.png")), asked);
    assertNull(image.encoded());
    assertTrue(refusal("http://a b/").contains("Illegal character"));
    assertTrue(refusal("http://a/" + "x".repeat(2048)).contains("at most 2048 characters"));
    source =
        address -> {
          throw new VisionException("not allowed here");
        };
    assertTrue(refusal("http://a/").contains("not allowed here"));
  }
}
