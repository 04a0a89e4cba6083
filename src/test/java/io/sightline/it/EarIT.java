package io.sightline.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Runs after {@code ear/pom.xml} has made the EAR, which needs the WAR installed. */
class EarIT {
  private static final Path EAR = Path.of("ear/target/sightline.ear");

  @Test
  void becomesReadyAndDeliversThePage() {
    try (SightlineServer server = SightlineServer.start(EAR, Map.of());
        ServerBeans beans = server.beans()) {
      HttpAnswer page = HttpAnswer.get(server.uri());
      assertEquals(200, page.status());
      assertTrue(page.body().contains("<html"), page::body);
      assertTrue(beans.has("io.sightline:type=Sessions"));
    }
  }
}
