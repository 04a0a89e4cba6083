package io.sightline.model;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderEventsTest {
  @Test
  @DisplayName("N-9: a look that goes on while the store is closed hears of nothing more")
  void hearsOfNothingOnceClosed(@TempDir Path folder, @TempDir Path other) {
    FolderEvents events = new FolderEvents();
    events.watch(List.of(folder));
    events.close();
    assertFalse(events.any());
    events.watch(List.of(folder, other));
    assertFalse(events.any());
  }
}
