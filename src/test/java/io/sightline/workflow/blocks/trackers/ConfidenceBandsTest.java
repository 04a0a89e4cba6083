package io.sightline.workflow.blocks.trackers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ConfidenceBandsTest {
  private static String split(ConfidenceBands bands, double confidence) {
    bands.split(Replay.frame(Replay.detection(0, 10, 10, 50, 90, confidence)));
    return bands.sure().size() == 1 ? "sure" : bands.unsure().size() == 1 ? "unsure" : "none";
  }

  @Test
  void comparesIn64BitsAsTheOriginals() {
    ConfidenceBands inclusive = new ConfidenceBands(0.7, true, 0.1);
    assertEquals("sure", split(inclusive, 0.7));
    assertEquals("unsure", split(inclusive, 0.7f));
    assertEquals("none", split(inclusive, 0.1));
    assertEquals("unsure", split(inclusive, 0.1f));
  }

  @Test
  void aBoundThatDoesNotCountIsInNeitherBand() {
    ConfidenceBands exclusive = new ConfidenceBands(0.7, false, 0.1);
    assertEquals("none", split(exclusive, 0.7));
    assertEquals("sure", split(exclusive, 0.9));
  }
}
