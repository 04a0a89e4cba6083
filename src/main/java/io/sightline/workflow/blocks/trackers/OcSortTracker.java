package io.sightline.workflow.blocks.trackers;

import io.sightline.vision.BoundingBox;
import io.sightline.vision.Detections;
import io.sightline.vision.Image;
import java.util.ArrayList;
import java.util.List;

/**
 * OC-SORT: detections look for tracks by overlap and by whether they lie in the direction in which
 * the track moves; then for the places where the tracks that are left were seen last; the others
 * start tracks.
 *
 * @see <a href="https://arxiv.org/abs/2203.14360">Observation-Centric SORT</a>
 */
final class OcSortTracker implements Tracker {
  private final OcSortSettings settings;
  private final IdCounter ids;
  private final Matching matching = new Matching();
  private final Directions directions = new Directions();
  private final BoxArray rows = new BoxArray();
  private final BoxArray columns = new BoxArray();
  private final Indices sure = new Indices();
  private final Indices free = new Indices();
  private final List<OcSortTrack> tracks = new ArrayList<>();
  private final List<OcSortTrack> left = new ArrayList<>();
  private final double[] measured = new double[ConstantVelocityFilter.MEASURED];
  private int frame;

  OcSortTracker(OcSortSettings settings, IdCounter ids) {
    this.settings = settings;
    this.ids = ids;
  }

  @Override
  public void update(Detections detections, Image image, Identities out) {
    if (tracks.isEmpty() && detections.isEmpty()) {
      return;
    }
    tracks.forEach(OcSortTrack::predict);
    chooseSure(detections);
    matchMoving(detections, out);
    matchLastSeen(detections, out);
    tracks.removeIf(track -> track.sinceUpdate() > settings.patience());
    for (int j = 0; j < free.size() && tracks.size() < MAX_TRACKS; j++) {
      BoundingBox box = detections.items().get(free.get(j)).box();
      tracks.add(new OcSortTrack(box, settings.lookBack(), measured));
    }
    frame++;
  }

  private void chooseSure(Detections detections) {
    sure.clear();
    for (int i = 0; i < detections.size(); i++) {
      if (detections.items().get(i).confidence() >= settings.high()) {
        sure.add(i);
      }
    }
  }

  private void matchMoving(Detections detections, Identities out) {
    rows.clear();
    tracks.forEach(track -> track.addBox(rows));
    addColumns(detections, sure);
    matching.measure(rows, columns);
    float[] bonuses = directions.measure(tracks, detections, sure, (float) settings.direction());
    matching.greatestOverlap(bonuses, settings.overlap());
    left.clear();
    for (int i = 0; i < tracks.size(); i++) {
      settle(tracks.get(i), matching.columnOf(i), detections, sure, out);
    }
    keepFree(sure);
  }

  private void matchLastSeen(Detections detections, Identities out) {
    if (free.size() > 0 && !left.isEmpty()) {
      List<OcSortTrack> before = List.copyOf(left);
      rows.clear();
      before.forEach(track -> rows.add(track.last()));
      addColumns(detections, free);
      matching.measure(rows, columns);
      matching.greatestOverlap(null, settings.overlap());
      left.clear();
      for (int i = 0; i < before.size(); i++) {
        settle(before.get(i), matching.columnOf(i), detections, free, out);
      }
      keepFree(free);
    }
    left.forEach(OcSortTrack::miss);
  }

  /** Until the tracker has seen some frames, a track has its identity at once. */
  private void settle(
      OcSortTrack track, int column, Detections detections, Indices chosen, Identities out) {
    if (column < 0) {
      left.add(track);
      return;
    }
    int detection = chosen.get(column);
    track.update(detections.items().get(detection).box());
    int id = track.id(frame <= settings.consecutive() ? 0 : settings.consecutive(), ids);
    if (id != OcSortTrack.NO_ID) {
      out.add(detection, id);
    }
  }

  private void addColumns(Detections detections, Indices chosen) {
    columns.clear();
    for (int j = 0; j < chosen.size(); j++) {
      columns.add(detections.items().get(chosen.get(j)).box());
    }
  }

  private void keepFree(Indices chosen) {
    int count = 0;
    int[] places = new int[chosen.size()];
    for (int j = 0; j < places.length; j++) {
      if (matching.isFree(j)) {
        places[count++] = chosen.get(j);
      }
    }
    free.clear();
    for (int j = 0; j < count; j++) {
      free.add(places[j]);
    }
  }
}
