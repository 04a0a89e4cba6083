package io.sightline.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sightline.admin.SessionsMXBean;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AdministrationIT {
  private static final SightlineServer SERVER = SightlineServer.shared();

  @Test
  @DisplayName("A-2: every native library is named, and so is the model")
  void readinessNamesLibrariesAndModel() throws IOException {
    JsonNode checks = checks("health/ready");
    JsonNode libraries = data(checks, "native libraries");
    assertEquals(3, libraries.size());
    libraries.forEach(library -> assertEquals("loaded", library.asText()));
    JsonNode models = data(checks, "models warm");
    assertEquals("ready", models.get("ssdlite-mobilenet-v2").asText(), models::toString);
    assertEquals(8, data(checks, "sessions").get("limit").asInt());
  }

  @Test
  @DisplayName("A-4: the housekeeper's rounds are the sign of life")
  void livenessTellsTheLastRound() throws IOException {
    JsonNode rounds = data(checks("health/live"), "housekeeper");
    assertTrue(rounds.get("seconds since the last round").asInt() <= 60, rounds::toString);
    assertEquals(0, data(checks("health/live"), "threads for frames").get("stuck").asInt());
  }

  @Test
  @DisplayName("A-5: sessions are listed and ended over JMX")
  void theManagementBeanAnswers() {
    try (ServerBeans beans = SERVER.beans()) {
      SessionsMXBean sessions = beans.proxy("io.sightline:type=Sessions", SessionsMXBean.class);
      assertEquals(8, sessions.getLimit());
      assertEquals(0, sessions.getStuckThreads());
      assertEquals(sessions.getOpen(), sessions.getSessions().size());
      assertFalse(sessions.end("none of this name"));
    }
  }

  @Test
  void theServersConsoleTakesNoPasswordWhereNoneWasMade() {
    assertEquals(403, HttpAnswer.get(SERVER.uri("ibm/api/")).status(), "without TLS");
    URI console = SERVER.secureUri().resolve("ibm/api/");
    assertEquals(401, HttpAnswer.get(console, "admin", "admin").status());
    assertEquals(401, HttpAnswer.get(console, "admin", "").status());
  }

  @Test
  @DisplayName("T-2: a setting out of bounds stops the start with a sentence")
  void aSettingOutOfBoundsStopsTheStart() {
    Map<String, String> settings = Map.of("sightline.session.limit", "0");
    Exception refusal =
        assertThrows(IllegalStateException.class, () -> SightlineServer.start(settings));
    assertTrue(refusal.getMessage().contains("from 1 to 1000, not '0'"), refusal::getMessage);
  }

  private static JsonNode checks(String path) throws IOException {
    HttpAnswer answer = HttpAnswer.get(SERVER.uri(path));
    assertEquals(200, answer.status(), answer::body);
    return new ObjectMapper().readTree(answer.body()).get("checks");
  }

  private static JsonNode data(JsonNode checks, String name) {
    for (JsonNode check : checks) {
      if (check.get("name").asText().equals(name)) {
        return check.get("data");
      }
    }
    throw new AssertionError("no check '" + name + "' in " + checks);
  }
}
