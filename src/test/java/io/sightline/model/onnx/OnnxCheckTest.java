package io.sightline.model.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnnxCheckTest {
  private static final OnnxLimits LIMITS = new OnnxLimits(100, 100, 1 << 20, 1 << 20);

  @TempDir private Path folder;

  private static OnnxOutline check(Proto graph, OnnxLimits limits) throws IOException {
    return OnnxCheck.of(OnnxSource.of(Proto.model(graph).bytes()), null, limits);
  }

  private static String refusal(Proto graph) {
    return assertThrows(OnnxException.class, () -> check(graph, LIMITS)).getMessage();
  }

  private OnnxOutline inFolder(Proto tensor) throws IOException {
    Path file = folder.resolve("weights.onnx");
    Files.write(file, Proto.model(new Proto().bytes(5, tensor.bytes())).bytes());
    return OnnxCheck.of(file, folder, LIMITS);
  }

  private String refusalInFolder(Proto tensor) {
    return assertThrows(OnnxException.class, () -> inFolder(tensor)).getMessage();
  }

  @Test
  void countsWhatAModelConsistsOf() throws IOException {
    Proto inner = new Proto().bytes(1, Proto.node("", "Add").bytes());
    Proto loop =
        Proto.node("", "If")
            .bytes(5, new Proto().text(1, "then_branch").bytes(6, inner.bytes()).bytes());
    Proto graph =
        new Proto()
            .bytes(1, Proto.node("", "Relu").bytes())
            .bytes(1, loop.bytes())
            .bytes(5, Proto.tensor(2, 3).bytes())
            .bytes(11, Proto.value("images", 1, 3, 8, 8).bytes());
    assertEquals(new OnnxOutline(3, 1, 24, Set.of()), check(graph, LIMITS));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/io/sightline/model/ssdlite-mobilenet-v2/weights.onnx",
        "/models/ch_ppocr_mobile_v2.0_cls_infer.onnx",
        "/models/ch_PP-OCRv4_rec_infer.onnx"
      })
  void letsRealModelsPass(String path) throws IOException {
    try (InputStream in = OnnxCheckTest.class.getResourceAsStream(path)) {
      byte[] model = in.readAllBytes();
      OnnxOutline outline =
          OnnxCheck.of(
              OnnxSource.of(model), null, new OnnxLimits(100_000, 100_000, 1 << 28, 1 << 28));
      assertTrue(outline.nodes() > 20 && outline.tensors() > 20, outline::toString);
      assertTrue(outline.dataBytes() > model.length / 2 && outline.dataBytes() <= model.length);
    }
  }

  @Test
  @DisplayName("O-3: operators of somebody's library are refused, functions of the file are not")
  void refusesOperatorsOfLibraries() throws IOException {
    Proto graph = new Proto().bytes(1, Proto.node("shop.example", "Magic").bytes());
    assertEquals(
        "it needs operators of a library of its own (shop.example:Magic); only ONNX's and"
            + " Microsoft's are here",
        refusal(graph));
    Proto function =
        new Proto()
            .text(1, "Magic")
            .text(10, "shop.example")
            .bytes(7, Proto.node("", "Relu").bytes());
    byte[] model = Proto.model(graph).bytes(25, function.bytes()).bytes();
    assertEquals(2, OnnxCheck.of(OnnxSource.of(model), null, LIMITS).nodes());
    assertTrue(
        refusal(new Proto().bytes(1, Proto.node("com.microsoft", "EPContext").bytes()))
            .contains("EPContext"));
    check(new Proto().bytes(1, Proto.node("com.microsoft", "FusedConv").bytes()), LIMITS);
  }

  @Test
  void refusesOperatorsOfLibrariesInsideOfBranches() {
    Proto inner = new Proto().bytes(1, Proto.node("evil", "X").bytes());
    Proto attribute = new Proto().text(1, "body").bytes(6, inner.bytes());
    Proto loop = Proto.node("", "Loop").bytes(5, attribute.bytes());
    assertTrue(refusal(new Proto().bytes(1, loop.bytes())).contains("evil:X"));
  }

  @Test
  @DisplayName("O-2: weights elsewhere lie in the model's own folder")
  void takesWeightsOfTheOwnFolder() throws IOException {
    Files.write(folder.resolve("weights.data"), new byte[64]);
    OnnxOutline outline = inFolder(Proto.external("weights.data", "offset", "48", "length", "16"));
    assertEquals(Set.of(folder.toRealPath().resolve("weights.data")), outline.files());
    assertTrue(
        refusalInFolder(Proto.external("weights.data", "offset", "49", "length", "16"))
            .contains("at byte 49 is not in 'weights.data', which has 64"));
    assertTrue(
        refusalInFolder(Proto.external("weights.data", "offset", "-1")).contains("no number"));
    assertTrue(
        refusalInFolder(Proto.external("weights.data", "length", "9223372036854775807"))
            .contains("is not in"));
  }

  @Test
  @DisplayName("O-2: a path or a link that leads out of the folder is refused")
  void refusesWeightsOfOtherFolders(@TempDir Path outside) throws IOException {
    Path secret = Files.write(outside.resolve("secret"), new byte[64]);
    Files.createSymbolicLink(folder.resolve("link"), secret);
    Files.createSymbolicLink(folder.resolve("up"), outside);
    Files.createDirectory(folder.resolve("sub"));
    String relative = folder.toRealPath().relativize(secret.toRealPath()).toString();
    for (String location :
        new String[] {
          relative,
          secret.toString(),
          "link",
          "up/secret",
          "sub/../../x",
          "..",
          "sub",
          "",
          "none",
          "a\\b",
          "x\0y"
        }) {
      assertTrue(
          refusalInFolder(Proto.external(location)).contains("no file of the model's own folder"),
          location);
    }
    assertTrue(
        refusal(new Proto().bytes(5, Proto.external("weights.data").bytes()))
            .contains("needs a folder of its own"));
  }

  @Test
  @DisplayName("O-1: nodes, constants and tensors are bounded")
  void boundsNodesConstantsAndTensors() {
    Proto nodes = new Proto();
    Proto constants = new Proto();
    for (int i = 0; i < 101; i++) {
      nodes.bytes(1, Proto.node("", "Relu").bytes());
      constants.bytes(5, Proto.tensor(1).bytes());
    }
    assertTrue(refusal(nodes).startsWith("it has more than 100 nodes"));
    assertTrue(refusal(constants).startsWith("it has more than 100 constants"));
    assertTrue(
        refusal(new Proto().bytes(5, Proto.tensor(1 << 18, 2).bytes()))
            .startsWith("its constants need more than 1048576 bytes"));
    long[] huge = {1L << 40, 1L << 40};
    assertTrue(refusal(new Proto().bytes(5, Proto.tensor(huge).bytes())).contains("need more"));
    assertEquals(
        "its tensor 'images' has 1228800 bytes; sightline.models.tensor.max.bytes allows 1048576",
        refusal(new Proto().bytes(11, Proto.value("images", 1, 3, 320, 320).bytes())));
    assertTrue(
        refusal(new Proto().bytes(12, Proto.value("o", huge).bytes())).contains("too many bytes"));
  }

  @Test
  @DisplayName("O-1: graphs inside of graphs are bounded")
  void boundsTheNestingOfGraphs() {
    Proto graph = new Proto();
    for (int i = 0; i < 20; i++) {
      Proto attribute = new Proto().bytes(6, graph.bytes());
      graph = new Proto().bytes(1, Proto.node("", "If").bytes(5, attribute.bytes()).bytes());
    }
    assertEquals("its graphs are nested deeper than 16", refusal(graph));
  }

  @Test
  void refusesWhatIsNoModel() {
    for (byte[] bytes : new byte[][] {{}, {1}, {8, 8}, "no model at all".getBytes(), {58, 127}}) {
      OnnxException e =
          assertThrows(OnnxException.class, () -> OnnxCheck.of(OnnxSource.of(bytes), null, LIMITS));
      assertTrue(e.getMessage().startsWith("it is no ONNX file: "), e.getMessage());
    }
  }

  @Test
  @DisplayName("O-1: no bytes whatever end in anything but an answer or a refusal")
  void survivesTruncatedAndDamagedFiles() throws IOException {
    Proto attribute = new Proto().text(1, "value").bytes(5, Proto.tensor(2, 2).bytes());
    Proto graph =
        new Proto()
            .bytes(1, Proto.node("", "Constant").bytes(5, attribute.bytes()).bytes())
            .bytes(5, Proto.external("weights.data", "offset", "0").bytes())
            .bytes(11, Proto.value("images", 1, 3, 8, 8).bytes());
    byte[] model = Proto.model(graph).bytes();
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      byte[] damaged = Arrays.copyOf(model, i < model.length ? i : model.length);
      for (int j = 0; damaged.length > 0 && i >= model.length && j < 1 + i % 4; j++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      try {
        OnnxCheck.of(OnnxSource.of(damaged), folder, LIMITS);
      } catch (OnnxException e) {
        assertTrue(!e.getMessage().isEmpty());
      }
    }
  }
}
