package io.sightline.workflow.block;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnavailableBlocksTest {
  private static final Pattern TYPE = Pattern.compile("roboflow_core/[a-z0-9_]+@v\\d");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "roboflow_core/open_ai@v4",
        "OpenAI",
        "roboflow_core/sam3@v1",
        "YoloWorld",
        "roboflow_core/email_notification@v2",
        "RoboflowDatasetUpload",
        "mqtt_writer_sink@v1",
        "roboflow_enterprise/opc_writer_sink@v1"
      })
  void saysWhyABlockIsNotThere(String type) {
    assertTrue(UnavailableBlocks.reason(type).isPresent());
  }

  @Test
  void noBlockIsThereAndNotThere() {
    for (String name : BlockCatalog.discover().names()) {
      assertEquals(Optional.empty(), UnavailableBlocks.reason(name), name);
    }
  }

  @Test
  void doesNotKnowOtherTypes() {
    assertEquals(Optional.empty(), UnavailableBlocks.reason("roboflow_core/nope@v1"));
    assertEquals(Optional.empty(), UnavailableBlocks.reason("continue_if"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LMM",
        "roboflow_core/google_vision_ocr@v1",
        "CogVLM",
        "EasyOCR",
        "roboflow_core/sam3@v1",
        "YoloWorld",
        "roboflow_core/roboflow_vision_events@v1",
        "roboflow_core/slack_notification@v1",
        "roboflow_core/s3_sink@v1",
        "roboflow_enterprise/x@v1"
      })
  void whatDoesInsteadIsThere(String type) {
    BlockCatalog catalog = BlockCatalog.discover();
    Matcher named = TYPE.matcher(UnavailableBlocks.reason(type).orElseThrow());
    assertTrue(named.find());
    do {
      assertTrue(catalog.find(named.group()).isPresent(), named.group());
    } while (named.find());
  }
}
