package io.sightline.vision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegionTest {
  @Test
  void slicesCountNegativeEdgesFromTheFarSide() {
    assertEquals(new Region(90, 5, 20, 80), new Region(-10, 5, 20, 300).sliced(100, 80));
    assertTrue(new Region(-10, 5, 20, 300).sliced(100, 80).isEmpty());
    assertEquals(new Region(90, 0, 95, 9), new Region(-10, -300, 95, 9).sliced(100, 80));
  }

  @Test
  void fillingCoversBothCorners() {
    assertEquals(new Region(2, 3, 11, 5), Region.filled(new BoundingBox(10.9f, 4.2f, 2.1f, 3.7f)));
  }

  @Test
  void regionsThatMeetAreWorkedOnTogether() {
    List<Region> groups =
        Region.groups(
            List.of(
                new Region(0, 0, 10, 10),
                new Region(20, 0, 30, 10),
                Region.EMPTY,
                new Region(9, 9, 21, 11),
                new Region(50, 50, 60, 60)));
    assertEquals(List.of(new Region(0, 0, 30, 11), new Region(50, 50, 60, 60)), groups);
  }

  @Test
  void veryManyRegionsAreNotToldApart() {
    List<Region> many = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      many.add(new Region(3 * i, 0, 3 * i + 1, 1));
    }
    List<Region> groups = Region.groups(many);
    assertTrue(groups.size() <= 64, "groups " + groups.size());
    Region all = groups.stream().reduce(Region.EMPTY, Region::union);
    assertEquals(new Region(0, 0, 5998, 1), all);
  }
}
