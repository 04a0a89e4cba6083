package io.sightline.workflow.blocks.tracks;

import io.sightline.vision.BoundingBox;
import io.sightline.vision.Detection;
import java.util.LinkedHashMap;
import java.util.Map;

/** The votes on one object's class. */
final class ClassVote {
  /** More classes than this are not counted. */
  private static final int MAX_CLASSES = 1_000;

  private final Map<String, Tally> tallies = new LinkedHashMap<>();
  private String locked;
  private String challenger;
  private int row;
  private double rowConfidence;
  private int lastFrame;
  private BoundingBox lastBox;

  private static final class Tally {
    private int votes;
    private double confidence;
    private int classId;
  }

  boolean isLocked() {
    return locked != null;
  }

  int lastFrame() {
    return lastFrame;
  }

  BoundingBox lastBox() {
    return lastBox;
  }

  /** Takes the vote of a frame. */
  void see(Detection detection, int frame, LockRules rules) {
    lastFrame = frame;
    lastBox = detection.box();
    boolean counts = detection.confidence() >= rules.confidence();
    if (locked == null) {
      if (counts) {
        vote(detection);
      }
      elect(rules);
    } else if (counts && !detection.className().equals(locked)) {
      challenge(detection, rules);
    } else {
      forgetChallenger();
    }
  }

  private void vote(Detection detection) {
    Tally tally = tally(detection.className());
    tally.votes++;
    tally.confidence += detection.confidence();
    tally.classId = detection.classId();
  }

  private Tally tally(String name) {
    if (tallies.size() >= MAX_CLASSES && !tallies.containsKey(name)) {
      return new Tally();
    }
    return tallies.computeIfAbsent(name, key -> new Tally());
  }

  private void elect(LockRules rules) {
    String first = null;
    int most = 0;
    int next = 0;
    for (Map.Entry<String, Tally> entry : tallies.entrySet()) {
      int votes = entry.getValue().votes;
      if (votes > most) {
        next = most;
        most = votes;
        first = entry.getKey();
      } else {
        next = Math.max(next, votes);
      }
    }
    if (first != null && most >= rules.votes() && most - next >= rules.lead()) {
      locked = first;
    }
  }

  private void challenge(Detection detection, LockRules rules) {
    String name = detection.className();
    if (name.equals(challenger)) {
      row++;
      rowConfidence += detection.confidence();
    } else {
      challenger = name;
      row = 1;
      rowConfidence = detection.confidence();
      tally(name).classId = detection.classId();
    }
    if (row >= rules.change()) {
      locked = name;
      tallies.forEach(
          (other, tally) -> {
            tally.votes = other.equals(name) ? row : 0;
            tally.confidence = other.equals(name) ? rowConfidence : 0;
          });
      forgetChallenger();
    }
  }

  private void forgetChallenger() {
    challenger = null;
    row = 0;
    rowConfidence = 0;
  }

  /** The detection with the locked class, unchanged where none is locked. */
  Detection apply(Detection detection) {
    if (locked == null) {
      return detection;
    }
    Tally tally = tally(locked);
    double mean = tally.confidence / Math.max(tally.votes, 1);
    return detection.withClass(tally.classId, locked, Math.min(1, mean));
  }
}
