package io.sightline.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtProvider;
import io.sightline.settings.ReferenceFile;
import io.sightline.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProvidersTest {
  private static final DetectionOptions OPTIONS =
      new DetectionOptions(0.4f, 0.3f, 300, false, null);

  private static Providers of(String order) {
    return of(Map.of("SIGHTLINE_MODEL_PROVIDERS", order));
  }

  private static Providers of(Map<String, String> environment) {
    return Providers.from(new ReferenceFile(environment).settings());
  }

  @Test
  @DisplayName("N-16: the setting names providers in the order in which they are tried")
  void readsTheOrder() {
    assertEquals(Providers.CPU, of(Map.of()));
    assertEquals(
        List.of(Provider.TENSORRT, Provider.CUDA, Provider.CPU),
        of(" TensorRT, cuda ,cpu").preferred());
  }

  @ParameterizedTest
  @ValueSource(strings = {"gpu", ",", "cuda,cuda", "cpu,cuda,cpu", "cuda;cpu"})
  void refusesOtherNames(String order) {
    SettingsException e = assertThrows(SettingsException.class, () -> of(order));
    assertTrue(e.getMessage().contains("sightline.model.providers"), e.getMessage());
    assertTrue(e.getMessage().contains("tensorrt, cuda and cpu"), e.getMessage());
  }

  @Test
  void wantsAFolderForCompiledEngines(@TempDir Path folder) {
    String name = "SIGHTLINE_MODEL_TENSORRT_CACHE";
    assertNull(of(Map.of()).engineCache());
    assertEquals(folder.toAbsolutePath(), of(Map.of(name, folder.toString())).engineCache());
    assertThrows(
        SettingsException.class, () -> of(Map.of(name, folder.resolve("absent").toString())));
  }

  @Test
  @DisplayName("N-16: an engine that TensorRT has compiled is never that of other weights")
  void keepsEnginesOfEachModelApart(@TempDir Path folder) throws IOException {
    Providers providers = new Providers(List.of(Provider.TENSORRT), 0, folder);
    byte[] bytes = EchoModel.files("a", true).weights();
    byte[] others = EchoModel.files("a", false).weights();
    Path file = Files.write(folder.resolve("weights.onnx"), bytes);
    Path own = providers.keepingEnginesOf(new Weights.InMemory(bytes)).engineCache();
    assertTrue(Files.isDirectory(own) && own.startsWith(folder), own::toString);
    assertEquals(own, providers.keepingEnginesOf(new Weights.OnDisk(file, null)).engineCache());
    Files.write(file, others);
    Path next = providers.keepingEnginesOf(new Weights.OnDisk(file, null)).engineCache();
    assertNotEquals(own, next);
    assertSame(Providers.CPU, Providers.CPU.keepingEnginesOf(new Weights.InMemory(bytes)));
  }

  private static Duration loadTime(Map<String, String> environment) {
    return StoreSettings.from(new ReferenceFile(environment).settings()).loadTime();
  }

  @Test
  @DisplayName("N-13: a model that TensorRT compiles for minutes is not given up meanwhile")
  void givesTensorRtTimeToCompile() {
    String order = "SIGHTLINE_MODEL_PROVIDERS";
    String compiling = "SIGHTLINE_MODELS_COMPILE_TIMEOUT";
    assertEquals(Duration.ofSeconds(45), loadTime(Map.of(order, "cuda,cpu", compiling, "600")));
    assertEquals(Duration.ofSeconds(1800), loadTime(Map.of(order, "tensorrt,cuda,cpu")));
    assertEquals(
        Duration.ofSeconds(600), loadTime(Map.of(order, "cuda,tensorrt", compiling, "600")));
    assertEquals(Duration.ofSeconds(45), loadTime(Map.of(order, "tensorrt", compiling, "10")));
  }

  @Test
  @DisplayName("N-16: without a graphics card a model runs on the CPU and the log says why")
  void fallsBackAndSaysWhy() {
    assumeNoCard();
    List<String> warnings = new ArrayList<>();
    Handler handler = warningsTo(warnings);
    Logger logger = Logger.getLogger(ModelEntry.class.getName());
    logger.addHandler(handler);
    Map<String, String> environment =
        Map.of("SIGHTLINE_MODEL_PROVIDERS", "cuda,cpu", "SIGHTLINE_MODEL_DEFAULT", "echo");
    try (ModelStore store =
        new ModelStore(
            new ReferenceFile(environment).settings(),
            Map.of("echo", EchoModel.files("echo", true)))) {
      Model model = store.get("echo");
      assertEquals("cpu", model.provider());
      assertTrue(model.providers().isFallback());
      assertEquals(1, warnings.size(), warnings::toString);
      String warning = warnings.get(0);
      assertTrue(warning.startsWith("model 'echo' runs on cpu: not on cuda: "), warning);
      assertEquals(
          1, model.detect(EchoModel.picture(new int[] {4, 5, 4, 6, 0, 1}), OPTIONS).size());
    } finally {
      logger.removeHandler(handler);
    }
  }

  @Test
  @DisplayName("N-16: each provider that does not take the model is told, in order")
  void tellsOfEachProviderBefore() {
    assumeNoCard();
    Model model = Model.load(EchoModel.files("echo", true), with("tensorrt,cuda,cpu"));
    List<String> refused = model.providers().refused();
    assertEquals(2, refused.size(), refused::toString);
    assertTrue(refused.get(0).startsWith("not on tensorrt: "), refused::toString);
    assertTrue(refused.get(1).startsWith("not on cuda: "), refused::toString);
    model.close();
    Model plain = Model.load(EchoModel.files("echo", true), with("cpu,cuda"));
    assertFalse(plain.providers().isFallback());
    plain.close();
  }

  @Test
  @DisplayName("N-16: without cpu at the end nothing falls back to it")
  void failsWhereTheLastOneDoes() {
    assumeNoCard();
    ModelException e =
        assertThrows(
            ModelException.class, () -> Model.load(EchoModel.files("echo", true), with("cuda")));
    assertTrue(e.getMessage().toLowerCase().contains("cuda"), e.getMessage());
  }

  /**
   * The CPU's build has none; with the other build the tests of fallback need a machine without.
   */
  private static void assumeNoCard() {
    assumeFalse(
        OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA)
            && Path.of("/dev/nvidia0").toFile().exists());
  }

  private static ModelSettings with(String order) {
    return new ModelSettings("echo", 2, 1, 1, null, 1 << 30, of(order), Batching.NONE);
  }

  private static Handler warningsTo(List<String> warnings) {
    return new Handler() {
      @Override
      public void publish(LogRecord entry) {
        if (entry.getLevel() == Level.WARNING) {
          warnings.add(new SimpleFormatter().formatMessage(entry));
        }
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }
}
