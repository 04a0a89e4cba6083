package io.sightline.workflow.blocks.fusion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Things that belong together, directly or by way of others; the first ones come first. */
final class Groups<T> {
  private final List<T> all;
  private final int[] joinedTo;

  Groups(List<T> all) {
    this.all = all;
    joinedTo = new int[all.size()];
    for (int i = 0; i < joinedTo.length; i++) {
      joinedTo[i] = i;
    }
  }

  void join(int a, int b) {
    joinedTo[root(a)] = root(b);
  }

  private int root(int i) {
    int root = i;
    while (joinedTo[root] != root) {
      joinedTo[root] = joinedTo[joinedTo[root]];
      root = joinedTo[root];
    }
    return root;
  }

  List<List<T>> groups() {
    Map<Integer, List<T>> groups = new LinkedHashMap<>();
    for (int i = 0; i < joinedTo.length; i++) {
      groups.computeIfAbsent(root(i), r -> new ArrayList<>()).add(all.get(i));
    }
    return List.copyOf(groups.values());
  }
}
