package io.sightline.workflow.blocks.trackers;

import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.vision.Image;
import java.util.ArrayList;
import java.util.List;

/**
 * ByteTrack as in the trackers library: sure detections look for tracks by overlap, then unsure
 * ones for the tracks that are left; sure ones without a track start one.
 *
 * @see <a href="https://arxiv.org/abs/2110.06864">ByteTrack: Multi-Object Tracking by Associating
 *     Every Detection Box</a>
 */
final class TwoStageTracker implements Tracker {
  private final TwoStageSettings settings;
  private final IdCounter ids;
  private final Matching matching = new Matching();
  private final BoxArray rows = new BoxArray();
  private final BoxArray columns = new BoxArray();
  private final ConfidenceBands bands;
  private final Indices free = new Indices();
  private final List<CornerTrack> tracks = new ArrayList<>();
  private final List<CornerTrack> left = new ArrayList<>();
  private final double[] measured = new double[ConstantVelocityFilter.MEASURED];

  TwoStageTracker(TwoStageSettings settings, IdCounter ids) {
    this.settings = settings;
    bands = new ConfidenceBands(settings.high(), true, Double.NEGATIVE_INFINITY);
    this.ids = ids;
  }

  @Override
  public void update(Detections detections, Image image, Identities out) {
    tracks.forEach(CountedTrack::predict);
    bands.split(detections);
    match(tracks, detections, bands.sure(), out);
    left.clear();
    for (int i = 0; i < tracks.size(); i++) {
      if (matching.columnOf(i) < 0) {
        left.add(tracks.get(i));
      }
    }
    free.clear();
    for (int j = 0; j < bands.sure().size(); j++) {
      if (matching.isFree(j)) {
        free.add(bands.sure().get(j));
      }
    }
    match(left, detections, bands.unsure(), out);
    start(detections);
    CountedTrack.prune(tracks, settings.patience(), settings.consecutive());
  }

  private void match(
      List<CornerTrack> some, Detections detections, Indices chosen, Identities out) {
    rows.clear();
    columns.clear();
    some.forEach(track -> track.addBox(rows));
    for (int j = 0; j < chosen.size(); j++) {
      columns.add(detections.items().get(chosen.get(j)).box());
    }
    matching.measure(rows, columns);
    matching.greatestOverlap(null, settings.overlap());
    for (int i = 0; i < some.size(); i++) {
      if (matching.columnOf(i) >= 0) {
        int detection = chosen.get(matching.columnOf(i));
        CornerTrack track = some.get(i);
        track.update(detections.items().get(detection).box());
        track.nameIfMature(settings.consecutive(), ids);
        if (track.id() != CountedTrack.NO_ID) {
          out.add(detection, track.id());
        }
      }
    }
  }

  private void start(Detections detections) {
    double least = settings.activation();
    for (int j = 0; j < free.size() && tracks.size() < MAX_TRACKS; j++) {
      Detection detection = detections.items().get(free.get(j));
      if (detection.confidence() >= least) {
        tracks.add(new CornerTrack(detection.box(), measured));
      }
    }
  }
}
