package io.sightline.workflow.blocks.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sightline.vision.Image;
import io.sightline.vision.ImagePool;
import io.sightline.vision.ImageScope;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.blocks.GivenStep;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CacheMemoryTest {
  private final CacheMemory memory = new CacheMemory();
  private final ImageScope scope = new ImageScope(new ImagePool(1));

  @Test
  void fetchesWhatWasStoredForTheVideo() {
    Image a = GivenStep.frame("a", 1, null);
    Image b = GivenStep.frame("b", 1, null);
    assertEquals(BlockResult.of(false), get(a));
    assertEquals(
        BlockResult.of(7),
        new CacheSet(memory)
            .run(
                GivenStep.input(
                    new CacheSet.V1().manifest(), Map.of("image", a, "key", "k", "value", 7))));
    assertEquals(BlockResult.of(7), get(a));
    assertEquals(BlockResult.of(false), get(b));
    a.release();
    b.release();
  }

  private BlockResult get(Image image) {
    return new CacheGet(memory)
        .run(GivenStep.input(new CacheGet.V1().manifest(), Map.of("image", image, "key", "k")));
  }

  @Test
  @DisplayName("KCA-3: a stored picture lives until it is replaced and the last frame is done")
  void keepsPicturesAliveWhileTheyAreStored() {
    Image picture = GivenStep.frame("a", 1, null);
    memory.put("a", "k", List.of(picture));
    picture.release();
    Object fetched = memory.get("a", "k", scope);
    assertSame(picture, ((List<?>) fetched).get(0));
    memory.put("a", "k", 1);
    assertEquals(64, picture.width());
    scope.close();
    assertThrows(IllegalStateException.class, picture::retain);
  }

  @Test
  @DisplayName("KCA-2: what is not used longest goes where the memory is full")
  void forgetsWhatIsNotUsedLongest() {
    String megabyte = "x".repeat(512 << 10);
    for (int i = 0; i < 64; i++) {
      memory.put("v", "k" + i, megabyte);
      memory.get("v", "k0", scope);
    }
    assertEquals(megabyte, memory.get("v", "k0", scope));
    assertNull(memory.get("v", "k1", scope));
    assertEquals(megabyte, memory.get("v", "k63", scope));
    for (int i = 0; i <= CacheMemory.MAX_ENTRIES; i++) {
      memory.put("v", "n" + i, i);
    }
    assertNull(memory.get("v", "n0", scope));
  }

  @Test
  void refusesWhatAloneIsTooMuch() {
    String much = "x".repeat(40 << 20);
    BlockException e =
        assertThrows(BlockException.class, () -> memory.put("v", "k", List.of(much)));
    assertEquals(true, e.getMessage().startsWith("field 'value' takes more than"));
  }

  @Test
  void releasesEverythingInTheEnd() {
    Image picture = GivenStep.frame("a", 1, null);
    memory.put("a", "k", Map.of("p", picture));
    picture.release();
    memory.close();
    assertThrows(IllegalStateException.class, picture::retain);
  }
}
