package io.sightline.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sightline.admin.ModelRow;
import io.sightline.admin.ModelsMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsIT {
  private static final int SWAPS = 4;
  private static final int CLIENTS = 2;

  @TempDir static Path directory;
  private static SightlineServer server;

  @BeforeAll
  static void start() {
    server = SightlineServer.start(Map.of("sightline.models.directory", directory.toString()));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static byte[] resource(String path) throws IOException {
    try (InputStream in = ModelsIT.class.getResourceAsStream(path)) {
      return in.readAllBytes();
    }
  }

  /** As an administrator should: whole under another name, then moved. */
  private static void put(String file, byte[] content) throws IOException {
    Path target = directory.resolve(file);
    Files.createDirectories(target.getParent());
    Path part = Files.write(target.resolveSibling(target.getFileName() + ".new"), content);
    Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
  }

  private static byte[] weights() throws IOException {
    return resource("/io/sightline/model/ssdlite-mobilenet-v2/weights.onnx");
  }

  private static byte[] config(String firstClass) throws IOException {
    return """
    {"aliases": ["mine-by-another-name"],
     "class_names": ["%s", %s],
     "network_input": {"resize_mode": "stretch"}}
    """
        .formatted(firstClass, String.join(", ", Collections.nCopies(79, "\"other\"")))
        .getBytes();
  }

  private static String request(String model) throws IOException {
    String picture = Base64.getEncoder().encodeToString(resource("/io/sightline/model/vtest.jpg"));
    return """
    {"specification": {"version": "1.0",
      "inputs": [{"type": "WorkflowImage", "name": "image"}],
      "steps": [{"type": "roboflow_core/roboflow_object_detection_model@v2", "name": "model",
        "images": "$inputs.image", "model_id": "%s"}],
      "outputs": [{"type": "JsonField", "name": "found", "selector": "$steps.model.predictions"}]},
     "inputs": {"image": {"type": "base64", "value": "%s"}}}
    """
        .formatted(model, picture);
  }

  private static JsonNode json(HttpAnswer answer) {
    try {
      return new ObjectMapper().readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode model(String id) {
    return json(HttpAnswer.get(server.uri("models/" + id)));
  }

  private static boolean is(String id, String state) {
    return model(id).path("state").asText().equals(state);
  }

  @Test
  @DisplayName("N-11: a model is swapped again and again and no request under way fails")
  void swapsAModelWithoutADroppedFrame() throws Exception {
    put("shop/3/model.json", config("name-0"));
    put("shop/3/weights.onnx", weights());
    server.await("a model that loads by itself", () -> is("shop/3", "ready"));
    String request = request("shop/3");
    AtomicBoolean over = new AtomicBoolean();
    AtomicInteger answers = new AtomicInteger();
    List<String> failures = Collections.synchronizedList(new ArrayList<>());
    List<String> seen = Collections.synchronizedList(new ArrayList<>());
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    for (int i = 0; i < CLIENTS; i++) {
      clients.execute(
          () -> {
            while (!over.get()) {
              HttpAnswer answer = HttpAnswer.post(server.uri("workflows/run"), request);
              answers.incrementAndGet();
              if (answer.status() != 200) {
                failures.add(answer.toString());
              } else {
                seen.addAll(json(answer).findValuesAsText("class"));
              }
            }
          });
    }
    server.await("answers of the first one", () -> answers.get() > CLIENTS);
    for (int swap = 1; swap <= SWAPS; swap++) {
      String name = "name-" + swap;
      put("shop/3/model.json", config(name));
      server.await(name, () -> model("shop/3").at("/classes/0").asText().equals(name));
      int before = answers.get();
      server.await("answers of the new one", () -> answers.get() > before + CLIENTS);
    }
    put("shop/3/weights.onnx", "no model".getBytes());
    server.await("a refusal", () -> !model("shop/3").get("reason").isNull());
    assertTrue(is("shop/3", "ready"), "the old one serves");
    over.set(true);
    clients.shutdown();
    assertTrue(clients.awaitTermination(60, TimeUnit.SECONDS));
    assertEquals(List.of(), failures);
    for (int swap = 0; swap <= SWAPS; swap++) {
      assertTrue(seen.contains("name-" + swap), "people found under the name of swap " + swap);
    }
    assertEquals(
        200,
        HttpAnswer.post(server.uri("workflows/run"), request("mine-by-another-name")).status());
  }

  @Test
  void listsModelsWithStatesAndReasons() throws IOException {
    put("bad.onnx", "no model".getBytes());
    server.await("a refusal", () -> is("bad", "failed"));
    assertTrue(
        model("bad").get("reason").asText().contains("weights.onnx is refused: it is no ONNX file"),
        model("bad")::toString);
    JsonNode bundled = model("ssdlite-mobilenet-v2");
    assertEquals("ready", bundled.get("state").asText());
    assertEquals(80, bundled.get("classes").size());
    assertEquals("images", bundled.at("/inputs/0/name").asText());
    List<String> ids = json(HttpAnswer.get(server.uri("models"))).findValuesAsText("id");
    assertTrue(ids.containsAll(List.of("bad", "ssdlite-mobilenet-v2")), ids::toString);
    assertTrue(HttpAnswer.get(server.uri("model/registry")).body().contains("ssdlite"));
    assertEquals(404, HttpAnswer.get(server.uri("models/nothing")).status());
    assertEquals(405, HttpAnswer.post(server.uri("models"), "{}").status());
    try (ServerBeans beans = server.beans()) {
      ModelsMXBean bean = beans.proxy("io.sightline:type=Models", ModelsMXBean.class);
      assertTrue(bean.getLoaded() >= 1 && bean.getMemoryBytes() > 1_000_000);
      List<String> rows = bean.getModels().stream().map(ModelRow::id).toList();
      assertTrue(rows.containsAll(ids), rows::toString);
    }
  }

  @Test
  @DisplayName("N-14: no id of a workflow leads out of the models' directory")
  void noIdLeadsOutOfTheDirectory(@TempDir Path outside) throws IOException {
    Files.write(outside.resolve("weights.onnx"), weights());
    Path way = directory.toRealPath().relativize(outside.toRealPath());
    for (String id : List.of(way.toString(), outside.toString(), "../x", "shop/../../x")) {
      HttpAnswer answer = HttpAnswer.post(server.uri("workflows/run"), request(id));
      assertTrue(answer.body().contains("no model '" + id + "'"), answer::body);
    }
  }
}
