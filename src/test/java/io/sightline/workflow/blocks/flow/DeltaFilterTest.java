package io.sightline.workflow.blocks.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sightline.vision.Image;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.blocks.GivenStep;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DeltaFilterTest {
  private final DeltaFilter block = new DeltaFilter(new BlockResult.NextSteps(Set.of("next")));

  private boolean goesOn(String video, Object value) {
    Image image = GivenStep.frame(video, 1, 10.0);
    BlockResult.NextSteps next =
        (BlockResult.NextSteps)
            block.run(
                GivenStep.input(
                    new DeltaFilter.V1().manifest(), Map.of("image", image, "value", value)));
    image.release();
    return !next.names().isEmpty();
  }

  @Test
  void goesOnWhenTheValueOfTheVideoChanges() {
    assertEquals(true, goesOn("a", 1));
    assertEquals(false, goesOn("a", 1.0));
    assertEquals(true, goesOn("b", 1));
    assertEquals(true, goesOn("a", List.of(1, "x")));
    assertEquals(false, goesOn("a", List.of(1, "x")));
    assertEquals(true, goesOn("a", 1));
  }

  @Test
  void picturesAreNeverTheSameAndNotKept() {
    Image picture = GivenStep.frame("a", 1, null);
    assertEquals(true, goesOn("a", List.of(picture)));
    assertEquals(true, goesOn("a", List.of(picture)));
    assertEquals(false, picture.shared());
    picture.release();
  }

  @Test
  @DisplayName("KW-3: the video seen longest ago is forgotten")
  void remembersSoManyVideosAndNotMore() {
    for (int i = 0; i <= DeltaFilter.VIDEOS; i++) {
      goesOn("v" + i, 1);
    }
    assertEquals(false, goesOn("v1", 1));
    assertEquals(true, goesOn("v0", 1));
  }
}
