package io.sightline.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("N-4: a model is described by its files")
class ModelPackageTest {
  @Test
  void bundlesTheDefaultModelWithItsNames() {
    ModelPackage files = BundledModels.all().get("ssdlite-mobilenet-v2");
    assertEquals(80, files.classNames().size());
    assertEquals("person", files.classNames().get(0));
    assertEquals("toothbrush", files.classNames().get(79));
    assertEquals("stretch", files.config().networkInput().resizeMode());
    assertTrue(files.weights().length > 8_000_000);
  }

  @Test
  void readsNamesALineEachAndLeavesBlanksOut() {
    assertEquals(List.of("a", "b c"), files("class_names.txt", " a\r\nb c\n\n").classNames());
    assertTrue(files("other", "").classNames().isEmpty());
  }

  @Test
  void takesAnAbsentDescriptionAsEmpty() {
    assertEquals(ModelConfig.EMPTY, files("other", "").config());
    assertEquals(ModelConfig.EMPTY, files("model.json", "{}").config());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | cannot be read: line",
        "{'network_input': { | cannot be read: line 1:",
        "{} {} | must be one object",
        "[] | must be one object",
        "null | must be one object",
        "{'network_input': {'static_crop': {}}} | 'network_input.static_crop' is unknown; known",
        "{'network_input': {'padding_value': 'x'}} | 'network_input.padding_value' must be a whole",
        "{'network_input': {'padding_value': 1.5}} | 'network_input.padding_value' must be a whole",
        "{'network_input': {'padding_value': '7'}} | 'network_input.padding_value' must be a whole",
        "{'network_input': {'normalization': 3}} | 'network_input.normalization' must be a list",
        "{'network_input': {'normalization': [[0], ['a']]}}"
            + "| 'network_input.normalization[1][0]' must be a number",
        "{'network_input': {'training_input_size': {'height': 0, 'width': 8}}}"
            + "| 'network_input.training_input_size.height' must be from 1 to 8192, not 0",
        "{'post_processing': {'type': 'argmax'}} | 'post_processing.type' must be nms, softmax or",
        "{'post_processing': {'box_unit': 'metres'}} | 'post_processing.box_unit' must be pixels or",
        "{'post_processing': {'first_class': -1}} | 'post_processing.first_class' must be from 0 to",
        "{'post_processing': {'fused': 'yes'}} | 'post_processing.fused' must be true or false",
        "{'task': 5} | 'task' must be a text",
        "{'aliases': ['../x']} | 'aliases' must be ids of letters",
        "{'aliases': 'x'} | 'aliases' must be a list",
        "{'download': {'url': 'https://a.b/c'}} | 'download.sha256' must be the file's SHA-256",
        "{'download': {'url': 'http://a.b/c'}} | 'download.url' must be an address that begins",
        "{'download': {'url': 'https://u:p@a.b/c'}} | 'download.url' must be an address without",
        "{'download': {'url': 'https://a b'}} | 'download.url' must be",
      })
  void tellsFileFieldAndRightValueOfWhatIsWrong(String json, String reason) {
    String text = json.replace('\'', '"');
    ModelException e = assertThrows(ModelException.class, () -> files("model.json", text).config());
    assertTrue(e.getMessage().startsWith("model.json of model 'm'"), e.getMessage());
    assertTrue(e.getMessage().contains(reason), e.getMessage());
  }

  @Test
  void readsWhatOnlyTheStoreNeeds() {
    String hash = "AB".repeat(32);
    ModelConfig config =
        files(
                "model.json",
                """
                {"aliases": ["yolov8n-640", "shop/2"], "class_names": ["a", "b"],
                 "download": {"url": "https://models.example/a.onnx", "sha256": "%s"}}
                """
                    .formatted(hash))
            .config();
    assertEquals(List.of("yolov8n-640", "shop/2"), config.aliases());
    assertEquals(List.of("a", "b"), config.classNames());
    assertEquals("ab".repeat(32), config.download().sha256());
  }

  @Test
  void saysThatTheWeightsAreMissing() {
    ModelException e = assertThrows(ModelException.class, () -> files("other", "").weights());
    assertEquals(
        "model 'm' has no weights.onnx, and no file that says where to fetch it", e.getMessage());
  }

  @Test
  void saysThatAFileCannotBeRead() {
    ModelPackage broken =
        new ModelPackage(
            "m",
            name -> {
              throw new IOException("disk gone");
            });
    ModelException e = assertThrows(ModelException.class, broken::weights);
    assertEquals("weights.onnx of model 'm' cannot be read: disk gone", e.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"color_mode\": \"grey\"}', color_mode must be rgb or bgr",
    "'{\"resize_mode\": \"squeeze\"}', 'resize_mode must be letterbox, stretch, resize-and-crop"
        + " or'",
    "'{\"padding_value\": 256}', padding_value must be from 0 to 255",
    "'{\"scaling_factor\": 0}', scaling_factor and standard deviations must be above 0",
    "'{\"normalization\": [[0, 0, 0]]}', normalization must be three means and three",
    "'{\"normalization\": [[0, 0], [1, 1]]}', normalization must be three means and three",
    "'{\"normalization\": [[0, 0, 0], [1, 0, 1]]}', scaling_factor and standard deviations must",
  })
  void refusesAPreparationThatItCannotDo(String networkInput, String reason) {
    ModelConfig config = files("model.json", "{\"network_input\": " + networkInput + "}").config();
    TensorSpec tensor = new TensorSpec("images", List.of(1, 3, 64, 64));
    ModelException e =
        assertThrows(ModelException.class, () -> InputSpec.of(tensor, Map.of(), config));
    assertTrue(e.getMessage().startsWith(reason), e.getMessage());
  }

  private static ModelPackage files(String name, String text) {
    return new ModelPackage("m", Map.of(name, text.getBytes(StandardCharsets.UTF_8))::get);
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"image_pre_processing\": {\"mosaic\": {\"enabled\": true}}}', 'mosaic'",
    "'{\"image_pre_processing\": {\"contrast\": {\"enabled\": true, \"type\": \"Loud\"}}}', 'Loud'",
    "'{\"image_pre_processing\": {\"static-crop\": {\"enabled\": true, \"x_min\": 5}}}', 'y_min'",
    "'{\"image_pre_processing\": {\"static-crop\": {\"enabled\": true, \"x_min\": 50, \"x_max\":"
        + " 50, \"y_min\": 0, \"y_max\": 9}}}', 'keeps nothing'",
    "'{\"class_names_operations\": [{\"type\": \"class_name_merge\"}]}',"
        + " 'class_names_operations'",
  })
  void refusesPreparationsOfRoboflowsPackagesThatItCannotDo(String json, String named) {
    ModelException e =
        assertThrows(ModelException.class, () -> files("inference_config.json", json).config());
    assertTrue(e.getMessage().contains(named), e.getMessage());
  }

  @Test
  void readsRoboflowsOwnFile() {
    ModelConfig config =
        files(
                "inference_config.json",
                """
                {"image_pre_processing": {"auto-orient": {"enabled": true}, "contrast": {"enabled": false}},
                 "network_input": {"training_input_size": {"height": 320, "width": 640},
                   "dynamic_spatial_size_supported": false, "color_mode": "rgb", "resize_mode": "stretch",
                   "input_channels": 3, "scaling_factor": 255},
                 "forward_pass": {"static_batch_size": 1},
                 "post_processing": {"type": "sigmoid", "fused": false}}
                """)
            .config();
    assertEquals("multi-label-classification", config.task());
    assertEquals(640, config.networkInput().size().width());
  }
}
