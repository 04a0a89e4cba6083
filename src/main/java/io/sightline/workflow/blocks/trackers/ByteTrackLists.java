package io.sightline.workflow.blocks.trackers;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The tracks of {@link ByteTrack}, those that are followed and those that are lost. */
final class ByteTrackLists {
  /** An overlap of more than 1 less this makes two tracks one. */
  private static final float DUPLICATE = 0.15f;

  private final List<ByteTrackTrack> tracked = new ArrayList<>();
  private final List<ByteTrackTrack> lost = new ArrayList<>();
  private final List<ByteTrackTrack> fresh = new ArrayList<>();
  private final BitSet trackedDuplicates = new BitSet();
  private final BitSet lostDuplicates = new BitSet();

  List<ByteTrackTrack> tracked() {
    return tracked;
  }

  List<ByteTrackTrack> lost() {
    return lost;
  }

  /** Takes a new track; false where there are too many. */
  boolean add(ByteTrackTrack track) {
    boolean room = tracked.size() + lost.size() + fresh.size() < Tracker.MAX_TRACKS;
    if (room) {
      fresh.add(track);
    }
    return room;
  }

  /** Gives up what was lost for too long; it may still be found in the next frame. */
  void expire(int frame, int patience) {
    for (ByteTrackTrack track : lost) {
      if (frame - track.lastFrame() > patience) {
        track.remove(frame);
      }
    }
  }

  /**
   * Sorts the tracks by what the frame made of them: known, then new, then found again.
   *
   * @param refound tracks that were lost and were found in this frame
   */
  void settle(
      List<ByteTrackTrack> refound, int frame, Matching matching, BoxArray rows, BoxArray columns) {
    lost.removeIf(track -> track.state() == ByteTrackTrack.State.TRACKED);
    for (ByteTrackTrack track : tracked) {
      if (track.state() == ByteTrackTrack.State.LOST) {
        lost.add(track);
      }
    }
    lost.removeIf(track -> track.removedFrame() > 0 && track.removedFrame() == frame - 1);
    tracked.removeIf(track -> track.state() != ByteTrackTrack.State.TRACKED);
    tracked.addAll(fresh);
    tracked.addAll(refound);
    fresh.clear();
    dropDuplicates(matching, rows, columns);
  }

  /** Of two tracks in one place the older one stays. */
  private void dropDuplicates(Matching matching, BoxArray rows, BoxArray columns) {
    if (tracked.isEmpty() || lost.isEmpty()) {
      return;
    }
    rows.clear();
    columns.clear();
    tracked.forEach(track -> track.addBox(rows));
    lost.forEach(track -> track.addBox(columns));
    double[] overlaps = matching.measure(rows, columns);
    trackedDuplicates.clear();
    lostDuplicates.clear();
    for (int i = 0; i < tracked.size(); i++) {
      for (int j = 0; j < lost.size(); j++) {
        if (1f - (float) overlaps[i * lost.size() + j] < DUPLICATE) {
          boolean older = tracked.get(i).age() > lost.get(j).age();
          (older ? lostDuplicates : trackedDuplicates).set(older ? j : i);
        }
      }
    }
    drop(tracked, trackedDuplicates);
    drop(lost, lostDuplicates);
  }

  private static void drop(List<ByteTrackTrack> tracks, BitSet duplicates) {
    for (int i = duplicates.length() - 1; i >= 0; i = duplicates.previousSetBit(i - 1)) {
      tracks.remove(i);
    }
  }
}
