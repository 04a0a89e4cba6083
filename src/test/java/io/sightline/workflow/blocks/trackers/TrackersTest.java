package io.sightline.workflow.blocks.trackers;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The files are random boxes, some of them equal, with the identities of the originals. */
@DisplayName("KT-1: identities are those that the original trackers give")
class TrackersTest {
  @Test
  void byteTrackNamesAsTheOriginal() throws IOException {
    int named =
        Replay.check(
            "byte-track.txt",
            s -> new ByteTrack(new ByteTrackSettings(s[0], s[1], (int) s[2], (int) s[3])));
    assertTrue(named > 300, "only " + named);
  }

  @Test
  void twoStageTrackerNamesAsTheOriginal() throws IOException {
    int named =
        Replay.check(
            "two-stage.txt",
            s ->
                new TwoStageTracker(
                    new TwoStageSettings(s[0], (int) s[1], (int) s[2], s[3], s[4]),
                    new IdCounter()));
    assertTrue(named > 300, "only " + named);
  }

  @Test
  void sortNamesAsTheOriginal() throws IOException {
    int named =
        Replay.check(
            "sort.txt",
            s ->
                new SortTracker(
                    new SortSettings(s[0], (int) s[1], (int) s[2], s[3]), new IdCounter()));
    assertTrue(named > 300, "only " + named);
  }

  @Test
  void ocSortNamesAsTheOriginal() throws IOException {
    int named =
        Replay.check(
            "oc-sort.txt",
            s ->
                new OcSortTracker(
                    new OcSortSettings(s[0], (int) s[1], (int) s[2], s[3], s[4], (int) s[5]),
                    new IdCounter()));
    assertTrue(named > 300, "only " + named);
  }
}
