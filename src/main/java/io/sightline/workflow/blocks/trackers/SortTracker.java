package io.sightline.workflow.blocks.trackers;

import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.vision.Image;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * SORT: detections look for tracks by overlap; the others start tracks.
 *
 * @see <a href="https://arxiv.org/abs/1602.00763">Simple Online and Realtime Tracking</a>
 */
final class SortTracker implements Tracker {
  private final SortSettings settings;
  private final IdCounter ids;
  private final Matching matching = new Matching();
  private final BoxArray rows = new BoxArray();
  private final BoxArray columns = new BoxArray();
  private final List<CornerTrack> tracks = new ArrayList<>();
  private final double[] measured = new double[ConstantVelocityFilter.MEASURED];
  private long[] pairs = {};
  private int[] answer = {};
  private boolean[] named = {};
  private boolean[] taken = {};

  SortTracker(SortSettings settings, IdCounter ids) {
    this.settings = settings;
    this.ids = ids;
  }

  @Override
  public void update(Detections detections, Image image, Identities out) {
    tracks.forEach(CountedTrack::predict);
    measure(detections);
    matching.greatestOverlap(null, settings.overlap());
    for (int i = 0; i < rows.size(); i++) {
      if (matching.columnOf(i) >= 0) {
        tracks.get(i).update(detections.items().get(matching.columnOf(i)).box());
      }
    }
    start(detections);
    CountedTrack.prune(tracks, settings.patience(), settings.consecutive());
    name(measure(detections), detections.size());
    for (int i = 0; i < detections.size(); i++) {
      if (answer[i] != CountedTrack.NO_ID) {
        out.add(i, answer[i]);
      }
    }
  }

  private double[] measure(Detections detections) {
    rows.clear();
    columns.clear();
    tracks.forEach(track -> track.addBox(rows));
    detections.forEach(detection -> columns.add(detection.box()));
    return matching.measure(rows, columns);
  }

  private void start(Detections detections) {
    double least = settings.activation();
    for (int j = 0; j < detections.size() && tracks.size() < MAX_TRACKS; j++) {
      Detection detection = detections.items().get(j);
      if (matching.isFree(j) && detection.confidence() >= least) {
        tracks.add(new CornerTrack(detection.box(), measured));
      }
    }
  }

  /** The pairs that overlap most come first; each track and each detection is in one. */
  private void name(double[] overlaps, int detections) {
    reserve(detections);
    int count = sortedPairs(overlaps, tracks.size() * detections);
    for (int k = 0; k < count; k++) {
      int place = (int) pairs[k];
      int row = place / detections;
      int column = place % detections;
      if (!named[row] && !taken[column]) {
        named[row] = true;
        taken[column] = true;
        CornerTrack track = tracks.get(row);
        track.nameIfMature(settings.consecutive(), ids);
        if (track.mature(settings.consecutive())) {
          answer[column] = track.id();
        }
      }
    }
  }

  private void reserve(int detections) {
    if (answer.length < detections) {
      answer = new int[2 * detections];
      taken = new boolean[2 * detections];
    }
    if (named.length < tracks.size()) {
      named = new boolean[2 * tracks.size()];
    }
    Arrays.fill(answer, CountedTrack.NO_ID);
    Arrays.fill(taken, false);
    Arrays.fill(named, false);
  }

  /** Places in the matrix, the greatest overlap first, then in the matrix's order. */
  private int sortedPairs(double[] overlaps, int length) {
    float least = (float) settings.overlap();
    int count = 0;
    for (int k = 0; k < length; k++) {
      if ((float) overlaps[k] > least) {
        if (count == pairs.length) {
          pairs = Arrays.copyOf(pairs, Math.max(64, 2 * count));
        }
        long descending = ~Float.floatToIntBits((float) overlaps[k]);
        pairs[count++] = descending << Integer.SIZE | k;
      }
    }
    Arrays.sort(pairs, 0, count);
    return count;
  }
}
