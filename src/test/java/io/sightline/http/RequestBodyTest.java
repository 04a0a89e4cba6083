package io.sightline.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RequestBodyTest {
  private static RequestBody body(Map<String, Object> fields) {
    return RequestBody.of(new Call("POST", List.of(), fields, true, false));
  }

  private static JsonNode faults(RequestBody body) {
    HttpException refused = assertThrows(HttpException.class, body::check);
    assertEquals(422, refused.reply().status());
    return Doors.json(refused.reply()).get("detail");
  }

  @Test
  @DisplayName("H-1: a body of millions of wrong values gets a hundred of them back")
  void tellsOnlySomeOfVeryManyFaults() {
    RequestBody body = body(Map.of("names", Collections.nCopies(3_000_000, 1), "late", 1));
    body.texts("names");
    body.text("late");
    JsonNode faults = faults(body);
    assertEquals(100, faults.size());
    assertEquals("[\"body\",\"names\",99]", faults.get(99).get("loc").toString());
  }

  @Test
  @DisplayName("H-9: what stands in the place of a key is not repeated, whatever it is")
  void doesNotRepeatKeys() {
    RequestBody body = body(Map.of("api_key", List.of("s3cret"), "name", 1));
    body.text("api_key");
    body.text("name");
    body.require("other");
    JsonNode faults = faults(body);
    assertEquals(3, faults.size());
    assertFalse(faults.toString().contains("s3cret"), faults::toString);
    assertTrue(faults.get(0).get("input").isNull());
    assertEquals("{\"name\":1}", faults.get(2).get("input").toString());
  }
}
