package io.sightline.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sightline.http.Call;
import io.sightline.http.HttpException;
import io.sightline.http.Reply;
import io.sightline.model.ModelNotFoundException;
import io.sightline.model.ModelReport;
import io.sightline.model.ModelReport.Tensor;
import io.sightline.model.ModelSnapshot;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ModelDoorsTest {
  private static final ModelReport READY =
      new ModelReport(
          new ModelSnapshot("shop/3", "ready", null, "object-detection", 2, 7, 12.345),
          List.of("helmets"),
          "directory",
          "yolo-v8",
          "cpu",
          List.of(new Tensor("images", "float32", List.of(1, 3, 640, 480))),
          List.of(new Tensor("output0", "float32", List.of(1, 6, -1))),
          List.of("a", "b"),
          12_000,
          20.5,
          Instant.parse("2026-01-02T03:04:05Z"));

  private static final ModelReport FAILED =
      new ModelReport(
          new ModelSnapshot("bad", "failed", "model 'bad' does not load: why", null, 0, 0, 0),
          List.of(),
          "directory",
          null,
          null,
          List.of(),
          List.of(),
          List.of(),
          0,
          0,
          null);

  private final ModelDoors doors =
      new ModelDoors(
          () -> List.of(FAILED, READY),
          id -> {
            if (id.equals("shop/3")) {
              return READY;
            } else if (id.equals("broken")) {
              throw new IllegalStateException("secret");
            }
            throw new ModelNotFoundException(id, List.of("bad", "shop/3"));
          });

  private Reply answer(Supplier<Call> call) {
    AtomicReference<Reply> answer = new AtomicReference<>();
    doors.answer(call, answer::set);
    return answer.get();
  }

  private Reply get(String path) {
    return answer(() -> new Call("GET", Arrays.asList(path.split("/")), null, false, false));
  }

  private JsonNode json(String path) throws IOException {
    Reply reply = get(path);
    assertEquals(200, reply.status());
    return new ObjectMapper().readTree(reply.body());
  }

  @Test
  void listsAllModelsWithTheirStates() throws IOException {
    JsonNode models = json("models").get("models");
    assertEquals(2, models.size());
    assertEquals("failed", models.get(0).get("state").asText());
    assertEquals("model 'bad' does not load: why", models.get(0).get("reason").asText());
    assertTrue(models.get(0).get("latency_ms").isNull() && models.get(0).get("task").isNull());
    assertEquals(
        "{\"id\":\"shop/3\",\"aliases\":[\"helmets\"],\"origin\":\"directory\",\"state\":\"ready\","
            + "\"reason\":null,\"task\":\"object-detection\",\"family\":\"yolo-v8\","
            + "\"provider\":\"cpu\",\"class_count\":2,\"memory_bytes\":12000,\"calls\":7,"
            + "\"latency_ms\":{\"p50\":12.35,\"p95\":20.5},\"last_used\":\"2026-01-02T03:04:05Z\"}",
        models.get(1).toString());
  }

  @Test
  void tellsAllOfOneModelWhoseIdHasASlash() throws IOException {
    JsonNode model = json("models/shop/3");
    assertEquals(
        "[{\"name\":\"images\",\"type\":\"float32\",\"shape\":[1,3,640,480]}]",
        model.get("inputs").toString());
    assertEquals("[1,6,-1]", model.get("outputs").get(0).get("shape").toString());
    assertEquals("[\"a\",\"b\"]", model.get("classes").toString());
  }

  @Test
  void tellsWhatIsInMemoryAsRoboflowsRegistryDoes() throws IOException {
    assertEquals(
        "{\"models\":[{\"model_id\":\"shop/3\",\"task_type\":\"object-detection\",\"batch_size\":1,"
            + "\"input_height\":640,\"input_width\":480}]}",
        json("model/registry").toString());
  }

  @Test
  void answersErrorsByName() {
    Reply missing = get("models/none");
    assertEquals(404, missing.status());
    assertTrue(new String(missing.body()).contains("\"ModelNotFound\""));
    Reply broken = get("models/broken");
    assertEquals(500, broken.status());
    assertTrue(!new String(broken.body()).contains("secret"));
    Reply refused =
        answer(
            () -> {
              throw new HttpException(Reply.detail(401, "no"));
            });
    assertEquals(401, refused.status());
  }

  @Test
  void answersAtItsOwnPathsOnly() {
    assertEquals(Set.of("GET"), doors.methodsAt(List.of("models")));
    assertEquals(Set.of("GET"), doors.methodsAt(List.of("models", "a", "b", "c")));
    assertEquals(Set.of("GET"), doors.methodsAt(List.of("model", "registry")));
    for (List<String> path :
        List.of(List.<String>of(), List.of("model"), List.of("models", "a", "b", "c", "d"))) {
      assertEquals(Set.of(), doors.methodsAt(path));
    }
  }
}
