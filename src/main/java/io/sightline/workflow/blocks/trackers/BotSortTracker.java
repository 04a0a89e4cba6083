package io.sightline.workflow.blocks.trackers;

import io.sightline.vision.BoundingBox;
import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.vision.Image;
import java.util.ArrayList;
import java.util.List;

/**
 * BoT-SORT without appearance: the stages of ByteTrack on tracks that move with the camera.
 *
 * @see <a href="https://arxiv.org/abs/2206.14651">BoT-SORT: Robust Associations Multi-Pedestrian
 *     Tracking</a>
 */
final class BotSortTracker implements Tracker {
  private static final double NOISE = 0.1;

  private final BotSortSettings settings;
  private final IdCounter ids;
  private final CameraMotion camera;
  private final Matching matching = new Matching();
  private final BoxArray rows = new BoxArray();
  private final BoxArray columns = new BoxArray();
  private final FilterRoom room = new FilterRoom();
  private final ConfidenceBands bands;
  private final Indices free = new Indices();
  private final List<BotSortTrack> tracks = new ArrayList<>();
  private final List<BotSortTrack> pool = new ArrayList<>();
  private final List<BotSortTrack> unconfirmed = new ArrayList<>();
  private final List<BotSortTrack> left = new ArrayList<>();
  private double[] weights = {};
  private boolean first = true;

  /**
   * @param camera tells how the camera moved, closed with this tracker; null where nobody looks
   */
  BotSortTracker(BotSortSettings settings, IdCounter ids, CameraMotion camera) {
    this.settings = settings;
    bands = new ConfidenceBands(settings.high(), true, NOISE);
    this.ids = ids;
    this.camera = camera;
  }

  @Override
  public void update(Detections detections, Image image, Identities out) {
    boolean instant = first && settings.instant();
    first = false;
    if (tracks.isEmpty() && detections.isEmpty()) {
      return;
    }
    tracks.forEach(CountedTrack::predict);
    bands.split(detections);
    sortTracks();
    if (camera != null) {
      double[] affine = camera.estimate(image, detections, bands.sure());
      tracks.forEach(track -> track.follow(affine));
    }
    matchSure(detections, out);
    matchUnsure(detections, out);
    matchUnconfirmed(detections, out);
    start(detections, instant, out);
    CountedTrack.prune(tracks, settings.patience(), settings.consecutive());
  }

  private void sortTracks() {
    pool.clear();
    unconfirmed.clear();
    left.clear();
    for (BotSortTrack track : tracks) {
      if (track.sinceUpdate() > 1) {
        left.add(track);
      } else {
        (track.mature(settings.consecutive()) ? pool : unconfirmed).add(track);
      }
    }
    pool.addAll(left);
  }

  private void matchSure(Detections detections, Identities out) {
    match(pool, detections, bands.sure(), true, settings.overlap(), out);
    left.clear();
    for (int i = 0; i < pool.size(); i++) {
      if (matching.columnOf(i) < 0 && pool.get(i).sinceUpdate() == 1) {
        left.add(pool.get(i));
      }
    }
    free.clear();
    for (int j = 0; j < bands.sure().size(); j++) {
      if (matching.isFree(j)) {
        free.add(bands.sure().get(j));
      }
    }
  }

  private void matchUnsure(Detections detections, Identities out) {
    match(left, detections, bands.unsure(), false, settings.unsureOverlap(), out);
  }

  private void matchUnconfirmed(Detections detections, Identities out) {
    match(unconfirmed, detections, free, true, settings.newOverlap(), out);
    left.clear();
    for (int i = 0; i < unconfirmed.size(); i++) {
      if (matching.columnOf(i) < 0) {
        left.add(unconfirmed.get(i));
      }
    }
    tracks.removeAll(left);
  }

  private void match(
      List<BotSortTrack> some,
      Detections detections,
      Indices chosen,
      boolean weighted,
      double bound,
      Identities out) {
    rows.clear();
    columns.clear();
    some.forEach(track -> track.addBox(rows));
    if (weights.length < chosen.size()) {
      weights = new double[2 * chosen.size()];
    }
    for (int j = 0; j < chosen.size(); j++) {
      Detection detection = detections.items().get(chosen.get(j));
      columns.add(detection.box());
      weights[j] = weighted ? detection.confidence() : 1;
    }
    double[] overlaps = matching.measure(rows, columns);
    for (int i = 0; i < rows.size(); i++) {
      for (int j = 0; j < columns.size(); j++) {
        overlaps[i * columns.size() + j] *= weights[j];
      }
    }
    matching.greatestOverlap(null, bound);
    for (int i = 0; i < some.size(); i++) {
      if (matching.columnOf(i) >= 0) {
        int detection = chosen.get(matching.columnOf(i));
        BotSortTrack track = some.get(i);
        track.update(detections.items().get(detection).box());
        track.nameIfMature(settings.consecutive(), ids);
        report(detection, track, out);
      }
    }
  }

  private void start(Detections detections, boolean instant, Identities out) {
    double least = settings.activation();
    for (int j = 0; j < free.size() && tracks.size() < MAX_TRACKS; j++) {
      if (matching.isFree(j) && detections.items().get(free.get(j)).confidence() >= least) {
        BoundingBox box = detections.items().get(free.get(j)).box();
        BotSortTrack track = new BotSortTrack(box, room);
        if (instant) {
          track.name(ids);
        }
        tracks.add(track);
        report(free.get(j), track, out);
      }
    }
  }

  private static void report(int detection, CountedTrack track, Identities out) {
    if (track.id() != CountedTrack.NO_ID) {
      out.add(detection, track.id());
    }
  }

  @Override
  public void close() {
    if (camera != null) {
      camera.close();
    }
  }
}
