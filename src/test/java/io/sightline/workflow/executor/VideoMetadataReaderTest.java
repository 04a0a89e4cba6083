package io.sightline.workflow.executor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.vision.Moments;
import io.sightline.vision.VideoMetadata;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VideoMetadataReaderTest {
  private static Map<String, Object> form(String key, Object value) {
    Map<String, Object> form =
        new HashMap<>(
            Map.of("video_identifier", "v", "frame_number", 1, "frame_timestamp", 1709294400));
    if (value == null) {
      form.remove(key);
    } else {
      form.put(key, value);
    }
    return form;
  }

  private static String moment(Object timestamp) {
    return Moments.text(VideoMetadataReader.read("x", form("frame_timestamp", timestamp)).moment());
  }

  @Test
  void readsSecondsAndMillisecondsSince1970() {
    assertEquals("2024-03-01T12:00:00+00:00", moment(1709294400));
    assertEquals("2024-03-01T12:00:00.250000+00:00", moment(1709294400.25));
    assertEquals("2024-03-01T12:00:00.250000+00:00", moment(1709294400250L));
    assertEquals("2024-03-01T12:00:00+00:00", moment("1709294400"));
    assertEquals("1969-12-31T23:59:59+00:00", moment(-1));
  }

  @Test
  void keepsTheOffsetThatTheSenderWrote() {
    assertEquals("2024-03-01T12:00:00+05:30", moment("2024-03-01T12:00:00+05:30"));
    assertEquals("2024-03-01T12:00:00", moment("2024-03-01T12:00:00"));
    assertEquals("2024-03-01T12:00:00+00:00", moment("2024-03-01T12:00:00Z"));
  }

  @Test
  void leavesOpenWhatIsNotSaid() {
    VideoMetadata video = VideoMetadataReader.read("x", form("", ""));
    assertNull(video.fps());
    assertNull(video.measuredFps());
    assertNull(video.comesFromVideoFile());
  }

  @Test
  void convertsAsPydanticDoes() {
    assertEquals(5, VideoMetadataReader.read("x", form("frame_number", "5")).frameNumber());
    assertEquals(5, VideoMetadataReader.read("x", form("frame_number", 5.0)).frameNumber());
    assertEquals(12.5, VideoMetadataReader.read("x", form("fps", "12.5")).fps());
    assertEquals(
        true,
        VideoMetadataReader.read("x", form("comes_from_video_file", "yes")).comesFromVideoFile());
  }

  @ParameterizedTest
  @CsvSource({
    "frame_number,x",
    "frame_number,1.5",
    "frame_number,",
    "video_identifier,",
    "frame_timestamp,",
    "frame_timestamp,yesterday",
    "frame_timestamp,1e300",
    "fps,fast",
    "comes_from_video_file,perhaps"
  })
  void refusesWhatIsMissingOrWrong(String key, String value) {
    Object given = value != null && value.equals("1e300") ? (Object) 1e300 : value;
    InputException e =
        assertThrows(InputException.class, () -> VideoMetadataReader.read("x", form(key, given)));
    assertTrue(e.getMessage().contains("`WorkflowVideoMetadata`, but provided value is malformed"));
  }

  @Test
  void refusesWhatIsNoObject() {
    InputException e =
        assertThrows(InputException.class, () -> VideoMetadataReader.read("x", List.of()));
    assertTrue(e.getMessage().endsWith("is not a dict."));
  }
}
