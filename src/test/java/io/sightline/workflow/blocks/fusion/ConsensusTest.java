package io.sightline.workflow.blocks.fusion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sightline.vision.BoundingBox;
import io.sightline.vision.Detection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsensusTest {
  private static final Detection A = Found.box("a", 0, 0.5, 0, 0, 10, 10);
  private static final Detection B = Found.box("b", 0, 0.75, 0, 0, 10, 12);
  private static final Detection OTHER = Found.box("o", 1, 1, 0, 0, 10, 11);

  private static Consensus.Rules rules(int votes, boolean classAware, Aggregation aggregation) {
    return new Consensus.Rules(
        votes, classAware, 0.3, 0, aggregation, aggregation, MaskAggregation.UNION);
  }

  private static List<Detection> agreed(
      Consensus.Rules rules, List<Detection> first, List<Detection> second) {
    return new Consensus(rules, List.of(first, second)).find();
  }

  @Test
  void enoughVotesBecomeOneDetection() {
    List<Detection> all =
        agreed(rules(2, true, Aggregation.AVERAGE), List.of(A), List.of(OTHER, B));
    assertEquals(1, all.size());
    Detection joined = all.get(0);
    assertEquals(new BoundingBox(0, 0, 10, 11), joined.box());
    assertEquals(0.625, all.get(0).confidence());
    assertEquals("class0", joined.className());
  }

  @Test
  void whereClassesDoNotCountTheMostOverlapDoes() {
    List<Detection> all = agreed(rules(2, false, Aggregation.MAX), List.of(A), List.of(B, OTHER));
    assertEquals(1, all.size());
    assertEquals("class1", all.get(0).className());
    assertEquals(new BoundingBox(0, 0, 10, 11), all.get(0).box());
  }

  @Test
  void oneVoteKeepsWhatNobodyElseHasSeen() {
    Detection away = Found.box("x", 0, 0.25, 100, 100, 110, 110);
    assertEquals(2, agreed(rules(1, true, Aggregation.MIN), List.of(A), List.of(B, away)).size());
  }

  @Test
  void masksAreJoinedAlsoWithDetectionsThatHaveNone() {
    Detection masked = Found.mask("m", 0.5, 0, 0, 10, 10);
    List<Detection> all = agreed(rules(2, true, Aggregation.AVERAGE), List.of(A), List.of(masked));
    assertEquals(100, all.get(0).mask().area());
    assertEquals(new BoundingBox(0, 0, 9, 9), all.get(0).box());
  }

  @Test
  void tellsWhetherEnoughIsThere() {
    List<Detection> all = List.of(A, B, OTHER);
    Presence byClass = Presence.of(all, Map.of("class0", 2), true, Aggregation.AVERAGE);
    assertEquals(new Presence(true, Map.of("class0", 0.625, "class1", 1.0)), byClass);
    Presence any = Presence.of(all, 3, false, Aggregation.MIN);
    assertEquals(new Presence(true, Map.of("any_object", 0.5)), any);
    Presence absent = new Presence(false, Map.of());
    assertEquals(absent, Presence.of(all, 4, true, Aggregation.MAX));
    assertEquals(absent, Presence.of(all, Map.of("class1", 2), true, Aggregation.MAX));
    assertEquals(absent, Presence.of(all, Map.of("class1", 2, "x", 2), false, Aggregation.MAX));
    assertEquals(absent, Presence.of(List.of(), null, true, Aggregation.MAX));
  }
}
