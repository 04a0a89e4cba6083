package io.sightline.workflow.blocks.trackers;

import io.sightline.vision.BoundingBox;
import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.vision.Image;
import java.util.ArrayList;
import java.util.List;

/**
 * ByteTrack as in the supervision library: sure detections look for tracks first, by overlap times
 * confidence; unsure ones for the tracks that are left, by overlap; then sure ones for tracks that
 * are one frame old; then they start tracks of their own.
 *
 * @see <a href="https://arxiv.org/abs/2110.06864">ByteTrack: Multi-Object Tracking by Associating
 *     Every Detection Box</a>
 */
final class ByteTrack implements Tracker {
  private static final double UNSURE = 0.1;
  private static final double UNSURE_BOUND = 0.5;
  private static final double UNCONFIRMED_BOUND = 0.7;
  private static final double OUTPUT_BOUND = 0.5;

  private final ByteTrackSettings settings;
  private final Matching matching = new Matching();
  private final FilterRoom room = new FilterRoom();
  private final BoxArray rows = new BoxArray();
  private final BoxArray columns = new BoxArray();
  private final ConfidenceBands bands;
  private final Indices free = new Indices();
  private final Indices kept = new Indices();
  private final List<ByteTrackTrack> pool = new ArrayList<>();
  private final List<ByteTrackTrack> left = new ArrayList<>();
  private final List<ByteTrackTrack> unconfirmed = new ArrayList<>();
  private final List<ByteTrackTrack> refound = new ArrayList<>();
  private final ByteTrackLists lists = new ByteTrackLists();
  private double[] weights = {};
  private int frame;
  private int nextId = 1;

  ByteTrack(ByteTrackSettings settings) {
    this.settings = settings;
    bands = new ConfidenceBands(settings.activation(), false, UNSURE);
  }

  @Override
  public void update(Detections detections, Image image, Identities out) {
    frame++;
    refound.clear();
    bands.split(detections);
    matchSure(detections);
    matchUnsure(detections);
    matchUnconfirmed(detections);
    lists.expire(frame, settings.patience());
    start(detections);
    lists.settle(refound, frame, matching, rows, columns);
    answer(detections, out);
  }

  /** How many tracks there are, lost ones included. */
  int tracks() {
    return lists.tracked().size() + lists.lost().size();
  }

  private void matchSure(Detections detections) {
    pool.clear();
    unconfirmed.clear();
    for (ByteTrackTrack track : lists.tracked()) {
      (track.activated() ? pool : unconfirmed).add(track);
    }
    pool.addAll(lists.lost());
    boolean single = pool.stream().allMatch(ByteTrackTrack::fresh);
    for (ByteTrackTrack track : pool) {
      track.predict(room, single);
    }
    measure(pool, detections, bands.sure());
    matching.leastCost(weights, settings.matching());
    matching.freeRows(free);
    left.clear();
    for (int i = 0; i < free.size(); i++) {
      if (pool.get(free.get(i)).state() == ByteTrackTrack.State.TRACKED) {
        left.add(pool.get(free.get(i)));
      }
    }
    for (int i = 0; i < pool.size(); i++) {
      if (matching.columnOf(i) >= 0) {
        found(pool.get(i), detections, bands.sure().get(matching.columnOf(i)));
      }
    }
    matching.freeColumns(free);
    keep(bands.sure());
  }

  private void matchUnsure(Detections detections) {
    measure(left, detections, bands.unsure());
    matching.leastCost(null, UNSURE_BOUND);
    for (int i = 0; i < left.size(); i++) {
      if (matching.columnOf(i) >= 0) {
        found(left.get(i), detections, bands.unsure().get(matching.columnOf(i)));
      } else {
        left.get(i).lose();
      }
    }
  }

  private void matchUnconfirmed(Detections detections) {
    measure(unconfirmed, detections, kept);
    matching.leastCost(weights, UNCONFIRMED_BOUND);
    for (int i = 0; i < unconfirmed.size(); i++) {
      if (matching.columnOf(i) >= 0) {
        found(unconfirmed.get(i), detections, kept.get(matching.columnOf(i)));
      } else {
        unconfirmed.get(i).remove(frame);
      }
    }
    matching.freeColumns(free);
  }

  private void found(ByteTrackTrack track, Detections detections, int detection) {
    boolean again = track.state() != ByteTrackTrack.State.TRACKED;
    track.update(detections.items().get(detection).box(), frame, room);
    if (again) {
      refound.add(track);
    } else if (track.length() == settings.consecutive()) {
      track.activate();
      name(track);
    }
  }

  private void name(ByteTrackTrack track) {
    if (track.id() == ByteTrackTrack.NO_ID) {
      track.setId(nextId++);
    }
  }

  private void start(Detections detections) {
    double least = settings.activation() + 0.1;
    for (int j = 0; j < free.size(); j++) {
      Detection detection = detections.items().get(kept.get(free.get(j)));
      if (detection.confidence() < least) {
        continue;
      }
      ByteTrackTrack track = new ByteTrackTrack(detection.box(), frame, room);
      if (lists.add(track)) {
        if (frame == 1) {
          track.activate();
        }
        if (settings.consecutive() == 1) {
          name(track);
        }
      }
    }
  }

  private void answer(Detections detections, Identities out) {
    rows.clear();
    columns.clear();
    for (Detection detection : detections) {
      BoundingBox box = detection.box();
      rows.add((double) box.x1(), box.y1(), box.x2(), box.y2());
    }
    pool.clear();
    for (ByteTrackTrack track : lists.tracked()) {
      if (track.activated()) {
        pool.add(track);
        track.addBox(columns);
      }
    }
    matching.measure(rows, columns);
    matching.leastCost(null, OUTPUT_BOUND);
    for (int i = 0; i < detections.size(); i++) {
      int track = matching.columnOf(i);
      if (track >= 0 && pool.get(track).id() != ByteTrackTrack.NO_ID) {
        out.add(i, pool.get(track).id());
      }
    }
  }

  private void measure(List<ByteTrackTrack> tracks, Detections detections, Indices chosen) {
    rows.clear();
    columns.clear();
    tracks.forEach(track -> track.addBox(rows));
    if (weights.length < chosen.size()) {
      weights = new double[2 * chosen.size()];
    }
    for (int j = 0; j < chosen.size(); j++) {
      BoundingBox box = detections.items().get(chosen.get(j)).box();
      float width = box.x2() - box.x1();
      float height = box.y2() - box.y1();
      columns.addSingle(box.x1(), box.y1(), width + box.x1(), height + box.y1());
      weights[j] = detections.items().get(chosen.get(j)).confidence();
    }
    matching.measure(rows, columns);
  }

  /** Keeps the free ones of {@code chosen}. */
  private void keep(Indices chosen) {
    kept.clear();
    for (int j = 0; j < free.size(); j++) {
      kept.add(chosen.get(free.get(j)));
    }
  }
}
