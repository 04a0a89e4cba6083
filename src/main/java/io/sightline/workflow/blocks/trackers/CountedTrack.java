package io.sightline.workflow.blocks.trackers;

import io.sightline.vision.BoundingBox;
import java.util.List;

/** A track that is named once it was seen often enough. Subclasses say how it moves. */
abstract class CountedTrack {
  static final int NO_ID = -1;

  private int id = NO_ID;
  private int updates = 1;
  private int sinceUpdate;

  /** One frame later. */
  final void predict() {
    move();
    sinceUpdate++;
  }

  /** Seen in the frame. */
  final void update(BoundingBox box) {
    correct(box);
    sinceUpdate = 0;
    updates++;
  }

  abstract void move();

  abstract void correct(BoundingBox box);

  /** Adds the box where the object should be. */
  abstract void addBox(BoxArray boxes);

  /** Names it where it was seen {@code enough} times and has no name yet. */
  final void nameIfMature(int enough, IdCounter ids) {
    if (updates >= enough && id == NO_ID) {
      id = ids.next();
    }
  }

  final void name(IdCounter ids) {
    id = ids.next();
  }

  final int id() {
    return id;
  }

  final boolean mature(int enough) {
    return updates >= enough;
  }

  /** Frames since it was seen; 1 after the prediction of the next one. */
  final int sinceUpdate() {
    return sinceUpdate;
  }

  /** Lets go of the tracks that were lost for {@code patience} frames or too young to be lost. */
  static void prune(List<? extends CountedTrack> tracks, int patience, int enough) {
    tracks.removeIf(
        track ->
            track.sinceUpdate() >= patience || !track.mature(enough) && track.sinceUpdate() > 0);
  }
}
