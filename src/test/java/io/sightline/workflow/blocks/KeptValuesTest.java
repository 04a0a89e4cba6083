package io.sightline.workflow.blocks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sightline.vision.Image;
import io.sightline.vision.ImagePool;
import io.sightline.vision.ImageScope;
import io.sightline.vision.VideoMetadata;
import io.sightline.workflow.block.BlockException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeptValuesTest {
  private final ImagePool pool = new ImagePool(8);
  private final KeptValues kept = new KeptValues(3 << 20);

  /** A picture of one mebibyte. */
  private Image picture() {
    VideoMetadata video = new VideoMetadata("v", 1, Instant.EPOCH, 30.0, null, null);
    return Image.frame(pool.take(1024, 1024, 1), pool, "image", video);
  }

  @Test
  void picturesInsideOfValuesLiveUntilTheyAreReleased() {
    Image image = picture();
    Object value = List.of(Map.of("crop", image), 5);
    kept.retain(value);
    image.release();
    assertEquals(0, pool.idle());
    kept.release(value);
    assertEquals(1, pool.idle());
  }

  @Test
  void aLentPictureLivesAsLongAsTheFrame() {
    Image image = picture();
    try (ImageScope frame = new ImageScope(pool)) {
      kept.lend(image, frame);
      image.release();
      assertEquals(0, pool.idle());
    }
    assertEquals(1, pool.idle());
  }

  @Test
  void refusesMorePicturesThanItsLimitAndTakesOthersAgainLater() {
    Image image = picture();
    List<Image> three = List.of(image, image, image);
    kept.retain(three);
    assertThrows(BlockException.class, () -> kept.retain(image));
    kept.retain("text");
    kept.release(three);
    kept.retain(image);
    kept.release(image);
    image.release();
    assertEquals(1, pool.idle());
  }
}
