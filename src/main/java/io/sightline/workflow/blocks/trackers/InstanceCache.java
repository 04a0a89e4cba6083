package io.sightline.workflow.blocks.trackers;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/** The identities that were seen, the oldest forgotten first. */
final class InstanceCache {
  private final Set<Integer> seen = new LinkedHashSet<>();
  private final int size;

  /**
   * @param size how many are remembered, at least one
   */
  InstanceCache(int size) {
    this.size = Math.max(1, size);
  }

  /** Remembers an identity; true where it was remembered already. */
  boolean record(int id) {
    if (seen.contains(id)) {
      return true;
    }
    if (seen.size() >= size) {
      Iterator<Integer> oldest = seen.iterator();
      oldest.next();
      oldest.remove();
    }
    seen.add(id);
    return false;
  }
}
