package io.sightline.model;

import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.Set;

/**
 * What is wrong in a directory that is looked through again and again: said in the log when it is
 * new. For one thread at a time.
 */
final class Complaints {
  private static final System.Logger LOG = System.getLogger(Complaints.class.getName());
  private static final int MOST = 100;

  private Set<String> before = Set.of();
  private Set<String> now = new HashSet<>();

  void say(String complaint) {
    if (now.size() < MOST && now.add(complaint) && !before.contains(complaint)) {
      LOG.log(Level.WARNING, complaint);
    }
  }

  /** Another look begins; answers what was wrong in the last one. */
  Set<String> next() {
    before = now;
    now = new HashSet<>();
    return before;
  }
}
