package io.sightline.workflow.blocks.embeddings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NormalDistributionTest {
  @Test
  void errorFunctionHasTheTabulatedValues() {
    assertEquals(0, NormalDistribution.errorFunction(0));
    assertEquals(0.5204998778130465, NormalDistribution.errorFunction(0.5), 1e-15);
    assertEquals(0.8427007929497149, NormalDistribution.errorFunction(1), 1e-15);
    assertEquals(-0.9953222650189527, NormalDistribution.errorFunction(-2), 1e-15);
    assertEquals(0.9999999999984626, NormalDistribution.errorFunction(5), 1e-15);
    assertEquals(1, NormalDistribution.errorFunction(Double.POSITIVE_INFINITY));
    assertEquals(Double.NaN, NormalDistribution.errorFunction(Double.NaN));
  }

  @Test
  void halfOfAllIsAboveTheMean() {
    assertEquals(0.5, NormalDistribution.above(0), 1e-15);
    assertEquals(0.15865525393145707, NormalDistribution.above(1), 1e-12);
  }
}
