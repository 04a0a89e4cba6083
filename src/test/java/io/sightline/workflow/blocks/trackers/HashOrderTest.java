package io.sightline.workflow.blocks.trackers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What CPython 3.11 printed for {@code list(set(range(n)) - taken)}. */
class HashOrderTest {
  private static List<Integer> left(int count, Set<Integer> kept) {
    boolean[] taken = new boolean[count];
    for (int i = 0; i < count; i++) {
      taken[i] = !kept.contains(i);
    }
    Indices out = new Indices();
    new HashOrder().left(taken, count, out);
    List<Integer> list = new ArrayList<>();
    for (int i = 0; i < out.size(); i++) {
      list.add(out.get(i));
    }
    return list;
  }

  @Test
  void fewOfManyAreNotAscending() {
    assertEquals(List.of(11, 19, 3), left(20, Set.of(3, 11, 19)));
    assertEquals(List.of(3, 35, 11, 19, 27, 30), left(40, Set.of(3, 11, 19, 27, 30, 35)));
  }

  @Test
  void mostOfThemAreAscending() {
    assertEquals(List.of(0, 2, 3, 4, 5, 6, 7, 8, 9), left(10, Set.of(0, 2, 3, 4, 5, 6, 7, 8, 9)));
    assertEquals(List.of(), left(3, Set.of()));
  }
}
