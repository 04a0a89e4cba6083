package io.sightline.workflow.blocks.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class HalfPrecisionTest {
  @Test
  void keepsElevenBinaryDigits() {
    assertEquals(84.875, HalfPrecision.round(84.853));
    assertEquals(2048, HalfPrecision.round(2049));
    assertEquals(2052, HalfPrecision.round(2051));
    assertEquals(-0.0999755859375, HalfPrecision.round(-0.1));
    assertEquals(Math.scalb(1.0, -24), HalfPrecision.round(5e-8));
    assertEquals(0, HalfPrecision.round(1e-9));
    assertEquals(65_504, HalfPrecision.round(65_504));
    assertEquals(Double.POSITIVE_INFINITY, HalfPrecision.round(70_000));
  }
}
