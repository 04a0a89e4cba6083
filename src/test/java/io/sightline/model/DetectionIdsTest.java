package io.sightline.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DetectionIdsTest {
  @Test
  void looksLikeARandomUuid() {
    for (int i = 0; i < 1000; i++) {
      UUID id = UUID.fromString(DetectionIds.next());
      assertEquals(4, id.version());
      assertEquals(2, id.variant());
    }
  }

  @Test
  void isDifferentEachTime() {
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < 100_000; i++) {
      assertTrue(ids.add(DetectionIds.next()));
    }
  }
}
